package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Failures;
import org.entente.e2e.scene.Health;
import org.entente.e2e.scene.Kept;
import org.entente.e2e.scene.Links;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Witnesses, time-stamp authorities and identity providers are others' machines. When packets to
 * them vanish, partners with a token notice nothing, the operator is told of each, and what was
 * missed is made up for afterwards.
 */
@ExtendWith(OneExchange.class)
class NobodyOutsideIsWaitedForTest {

  private static final int LANES = 2;

  /** In readiness, behind how far the log was cosigned or stamped. */
  private static final Pattern TROUBLE =
      Pattern.compile("\"(?:size \\d+(?: at \\S+)?|-), no answer within [^\"]+\"");

  private final Scene scene;

  NobodyOutsideIsWaitedForTest(Scene scene) {
    this.scene = scene;
  }

  @Test
  void all_links_outward_are_cut_under_load() {
    try (var links = Links.ofOwnNetwork()) {
      var korea = scene.korea();
      var failures = new Failures();
      var load = korea.load(LANES, failures::note);
      load.awaitMore(LANES);

      outside().forEach(links::cut);
      Eventually.is("all witnesses and authorities in trouble", () -> troubles() == 4);
      load.awaitMore(10 * LANES);
      assertTrue(Health.of(scene.auditService()).ready());
      assertTrue(Health.of(scene.gateway()).ready());

      outside().forEach(links::heal);
      Eventually.is("nobody in trouble", () -> troubles() == 0);
      var sent = load.end();
      failures.assertOnlyIn(List.of());
      new Kept(scene, korea, scene.eu()).allOfLoad(sent);
      var last = "/receipts/" + sent.getLast().answer().status().receipt().leaf();
      Eventually.is(
          "both cosign the last one",
          () -> korea.door().get(last + "?stage=witnessed").status() == 200);
    }
  }

  /** The ports of everybody whom the services ask outside. */
  private List<String> outside() {
    var exchange = scene.exchange();
    var ports = exchange.settings().ports();
    return Stream.of(
            IntStream.of(ports.keycloak().main()),
            ports.plain().witnesses().stream().mapToInt(port -> port),
            exchange.timeStamps().values().stream().mapToInt(url -> url.getPort()))
        .flatMap(IntStream::boxed)
        .map(String::valueOf)
        .toList();
  }

  private long troubles() {
    return TROUBLE.matcher(Health.of(scene.auditService()).said()).results().count();
  }
}
