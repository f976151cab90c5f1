package org.entente.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Failures;
import org.entente.e2e.scene.Failures.Window;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.Kept;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Service;
import org.entente.log.EvidenceRejected;
import org.entente.log.TlogProof;
import org.entente.pki.Pki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The log gets other keys while a partner submits, and no verifier is left behind on the way. */
@ExtendWith(OneExchange.class)
class TheLogsKeysChangeTest {

  /** How long after an audit-service was stopped partners may be told to come again. */
  private static final Duration AFTER_A_STOP = Duration.ofSeconds(5);

  private static final String CHANGES =
      "SELECT count(*) FROM entry WHERE operation = 'log.keyChange'";

  private final Scene scene;
  private final Service second;
  private final Failures failures = new Failures();
  private final List<Window> windows = new ArrayList<>();

  TheLogsKeysChangeTest(Scene scene) {
    this.scene = scene;
    second = scene.exchange().replica(Pki.AUDIT_SERVICE, _ -> Map.of());
  }

  @Test
  void both_keys_are_replaced_under_load_and_nobody_who_verifies_is_left_behind() {
    // Given
    var changes = scene.audit().number(CHANGES);
    var keys = scene.logKeys(() -> windows.add(Window.ofNext(AFTER_A_STOP)));
    var old = keys.keysNow();
    var korea = scene.korea();
    var logs = List.of(scene.auditService(), startedSecond());
    var load = korea.load(1, failures::note);
    var before = witnessed(korea);

    // When
    keys.signWithNext(logs);
    load.awaitMore(2);

    // Then
    var next = keys.nextKeys();
    var both = witnessed(korea);
    both.verify(old);
    both.verify(next);

    // When
    keys.believeNext();
    keys.signWithNextOnly(logs);
    load.awaitMore(2);

    // Then
    var believed = scene.auditor().policy();
    var after = witnessed(korea);
    List.of(before, both, after).forEach(receipt -> receipt.verify(believed));
    after.verify(next);
    assertThrows(EvidenceRejected.class, () -> after.verify(old));

    // When
    keys.forget(old);

    // Then
    witnessed(korea).verify(scene.auditor().policy());
    new Kept(scene, korea, scene.eu()).allOfLoad(load.end());
    failures.assertOnlyIn(windows);
    assertEquals(changes + 2, scene.audit().number(CHANGES), "each is on record, once");
  }

  @AfterEach
  void the_second_ends() {
    scene.relay().notTo(second);
    second.stop();
  }

  private Service startedSecond() {
    second.start();
    scene.relay().to(second);
    return second;
  }

  private TlogProof witnessed(Feed feed) {
    var leaf = feed.submit(Stix.warning(Member.KOREA, 1)).status().receipt().leaf();
    var path = "/receipts/" + leaf + "?stage=witnessed";
    Eventually.is("both cosign", () -> feed.door().get(path).status() == 200);
    return TlogProof.parse(feed.door().get(path).body().getBytes(UTF_8));
  }
}
