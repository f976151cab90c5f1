package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entente.e2e.scene.Failures;
import org.entente.e2e.scene.Failures.Window;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.Kept;
import org.entente.e2e.scene.Load;
import org.entente.e2e.scene.Load.Sent;
import org.entente.e2e.scene.Relay;
import org.entente.e2e.scene.Scene;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Service;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;

/**
 * The version before this one is replaced under load, service by service: the new one starts beside
 * it on the same database, whose schema it migrates while the old one goes on, and takes over. It
 * takes a build of that version: see {@code deploy/e2e/upgrade}.
 */
class ARollingUpgradeTest {

  /** How long after an old service was told to end partners may meet its end. */
  private static final Duration AFTER_AN_END = Duration.ofSeconds(5);

  private static final int LANES = 2;
  private static final String INDICATORS = "quarkus.rest-client.indicator-service.url";
  private static final String LOG = "quarkus.rest-client.audit-service.url";

  private final Failures failures = new Failures();
  private final List<Window> windows = new ArrayList<>();

  @Test
  void each_service_replaced_by_the_next_version_under_load() {
    var previous = System.getProperty("previous");
    assumeTrue(
        previous != null, "No upgrade was tried: it takes a build of the version before this one.");
    try (var door = Relay.open();
        var indicators = Relay.open()) {
      var root = Map.of("entente.api-root", door.url() + "/taxii2/exchange/");
      var inside = new HashMap<>(root);
      inside.put(INDICATORS, indicators.url());
      Consumer<Exchange> balanced =
          exchange -> {
            door.to(exchange.gateway());
            indicators.to(exchange.indicatorService());
          };
      try (var scene = Scene.ofVersionBefore(Path.of(previous), inside, balanced)) {
        inside.put(LOG, scene.relay().url());
        upgrade(scene, door, indicators, inside);
      }
    }
  }

  private void upgrade(Scene scene, Relay door, Relay indicators, Map<String, String> inside) {
    var korea = Feed.through(door, scene, Member.KOREA);
    var eu = Feed.through(door, scene, Member.EU);
    var schemaBefore = schema(scene);
    var warnings = korea.load(LANES, failures::note);
    var replies = eu.load(LANES, failures::note);
    var started = new ArrayList<Service>();
    try {
      Runnable moreOfBoth = () -> progress(warnings, replies);
      var log = next(scene, Pki.AUDIT_SERVICE, Map.of(), started, moreOfBoth);
      replace(scene.auditService(), log, scene.relay());
      var store = next(scene, Pki.INDICATOR_SERVICE, Map.of(), started, moreOfBoth);
      replace(scene.indicatorService(), store, indicators);
      var gateway = next(scene, Pki.GATEWAY, inside, started, moreOfBoth);
      replace(scene.gateway(), gateway, door);
      moreOfBoth.run();
      var sentByKorea = warnings.end();
      var sentByEu = replies.end();
      assertKept(new Kept(scene, korea, eu), sentByKorea);
      assertKept(new Kept(scene, eu, korea), sentByEu);
      assertUpgraded(scene, schemaBefore);
      goBack(scene, started, door, indicators);
      assertKept(new Kept(scene, korea, eu), sentByKorea);
    } finally {
      started.forEach(Service::stop);
    }
  }

  private void assertUpgraded(Scene scene, long schemaBefore) {
    failures.assertOnlyIn(windows);
    assertTrue(schema(scene) > schemaBefore, "its own schema is what an upgrade is about");
    assertEquals(List.of(), scene.auditorThrough(scene.relay()).findings());
  }

  /** The version before serves again, on the schema of the next one; not without a gap. */
  private static void goBack(Scene scene, List<Service> started, Relay door, Relay indicators) {
    started.forEach(Service::stop);
    scene.relay().to(scene.auditService());
    indicators.to(scene.indicatorService());
    door.to(scene.gateway());
    scene.auditService().start();
    scene.indicatorService().start();
    scene.gateway().start();
    assertEquals(List.of(), scene.auditor().findings());
  }

  /** One of this version beside the old one, ready, and partners went on meanwhile. */
  private static Service next(
      Scene scene,
      String service,
      Map<String, String> different,
      List<Service> started,
      Runnable moreOfBoth) {
    var replica = scene.exchange().replica(Scene.repository(), service, _ -> different);
    started.add(replica);
    replica.start();
    moreOfBoth.run();
    return replica;
  }

  private static long schema(Scene scene) {
    return scene.audit().number("SELECT max(version::int) FROM flyway_schema_history");
  }

  private static void assertKept(Kept kept, List<Sent> sent) {
    kept.receivedOnce(
        sent.stream().flatMap(each -> Kept.objects(each.submission()).stream()).toList());
    kept.answeredAlike(sent);
  }

  private void replace(Service old, Service next, Relay balancer) {
    balancer.to(next);
    balancer.notTo(old);
    windows.add(Window.ofNext(AFTER_AN_END));
    old.stop();
  }

  private static void progress(Load warnings, Load replies) {
    warnings.awaitMore(LANES);
    replies.awaitMore(LANES);
  }
}
