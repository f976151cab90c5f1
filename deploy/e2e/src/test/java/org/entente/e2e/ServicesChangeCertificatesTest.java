package org.entente.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.e2e.scene.Door;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Failures;
import org.entente.e2e.scene.Failures.Window;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.Kept;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Relay;
import org.entente.e2e.scene.Scene;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Service;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The services' certificates are replaced in their files while a partner submits. */
@ExtendWith(OneExchange.class)
class ServicesChangeCertificatesTest {

  /** How long after new files were put in place a connection may be dropped. */
  private static final Duration AFTER_A_CHANGE = Duration.ofSeconds(10);

  private final Scene scene;
  private final Map<String, Service> started = new LinkedHashMap<>();

  ServicesChangeCertificatesTest(Scene scene) {
    this.scene = scene;
  }

  @Test
  void each_certificate_is_replaced_under_load_without_a_restart() {
    var failures = new Failures();
    var windows = new ArrayList<Window>();
    try (var door = Relay.open()) {
      startAnotherWay(door);
      var eu = Feed.through(door, scene, Member.EU);
      var load = eu.load(1, failures::note);
      started.forEach((name, service) -> {
        windows.add(Window.ofNext(AFTER_A_CHANGE));
        var renewed = scene.exchange().pki().renew(name).leaf();
        var shown = Optional.of(renewed);
        Eventually.is("shown", () -> Door.shownBy(service, scene.exchange()).equals(shown));
        load.awaitMore(2);
      });
      new Kept(scene, eu, scene.korea()).allOfLoad(load.end());
      failures.assertOnlyIn(windows);
    } finally {
      started.values().forEach(Service::stop);
    }
  }

  /** One more of each, which look at their files often, behind each other and behind this door. */
  private void startAnotherWay(Relay door) {
    var log = add(Pki.AUDIT_SERVICE, often("inside", "login"));
    var inside = often("inside", "audit");
    inside.put("quarkus.rest-client.audit-service.url", log.url());
    var store = add(Pki.INDICATOR_SERVICE, inside);
    var outside = often("door", "inside");
    outside.put("quarkus.rest-client.audit-service.url", log.url());
    outside.put("quarkus.rest-client.indicator-service.url", store.url());
    outside.put("entente.api-root", door.url() + "/taxii2/exchange/");
    door.to(add(Pki.GATEWAY, outside));
    started.values().forEach(Service::awaitReady);
  }

  private Service add(String name, Map<String, String> different) {
    var replica = scene.exchange().replica(name, _ -> different);
    started.put(name, replica);
    replica.launch();
    return replica;
  }

  private static Map<String, String> often(String... buckets) {
    var different = new HashMap<String, String>();
    for (var bucket : buckets) {
      different.put("quarkus.tls." + bucket + ".reload-period", "1s");
    }
    return different;
  }
}
