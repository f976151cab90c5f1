package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.Kept;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Signed;
import org.entente.e2e.scene.Step;
import org.entente.e2e.scene.Stix;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.kit.evidence.ProvenReceipt;
import org.entente.local.exchange.Member;
import org.entente.local.exchange.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** P4: what was acknowledged is never lost, whatever is killed, whenever. */
@ExtendWith(OneExchange.class)
class WhatWasAcknowledgedIsNeverLostTest {

  private static final int OBJECTS = 3;

  enum Victim {
    GATEWAY,
    INDICATOR_SERVICE,
    AUDIT_SERVICE;

    Service in(Scene scene) {
      return switch (this) {
        case GATEWAY -> scene.gateway();
        case INDICATOR_SERVICE -> scene.indicatorService();
        case AUDIT_SERVICE -> scene.auditService();
      };
    }
  }

  private final Scene scene;
  private final Feed korea;
  private final Feed eu;

  WhatWasAcknowledgedIsNeverLostTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    eu = scene.eu();
  }

  static Stream<Arguments> every_service_at_every_step() {
    return Stream.of(Step.values())
        .flatMap(step -> Stream.of(Victim.values()).map(victim -> Arguments.of(victim, step)));
  }

  @ParameterizedTest
  @MethodSource("every_service_at_every_step")
  void killed_at_any_step_the_retry_gives_one_effect_and_one_answer(Victim victim, Step step) {
    var warning = korea.sign(Stix.warning(Member.KOREA, OBJECTS));
    var service = victim.in(scene);

    var before = killedAt(step, service, warning);
    service.launch();
    var answer = korea.submitUntilAnswered(warning);

    before.ifPresent(id -> assertEquals(id, id(answer), "the submission it began as"));
    assertAnswered(warning, answer);
  }

  @Test
  void acknowledged_means_kept_though_everything_is_killed_at_once() {
    var warning = korea.sign(Stix.warning(Member.KOREA, OBJECTS));
    var answer = korea.submit(warning);
    var receipt = korea.receipt(answer.status().receipt().leaf());

    killEverything();
    startEverything();

    assertAnswered(warning, answer);
    var proven = ProvenReceipt.of(receipt, scene.auditor().policy());
    assertEquals(List.of(), scene.auditor().findings(Optional.of(proven.proven().checkpoint())));
  }

  /** Returns the submission's id, if it had one when the service died. */
  private Optional<String> killedAt(Step step, Service service, Signed warning) {
    try (var halt = step.halt(scene, korea, warning)) {
      service.kill();
      assertEquals(step.state(), scene.indicators().stateOf(warning));
      assertFalse(halt.answer().isDone() && halt.answer().join().isPresent(), "acknowledged");
      return scene.indicators().idOf(warning);
    }
  }

  private void killEverything() {
    Stream.of(Victim.values()).forEach(victim -> victim.in(scene).kill());
    scene.exchange().postgres().kill();
  }

  private void startEverything() {
    scene.exchange().postgres().start();
    Stream.of(Victim.values()).forEach(victim -> victim.in(scene).launch());
    Stream.of(Victim.values()).forEach(victim -> victim.in(scene).awaitReady());
  }

  /** One effect, the same answer ever after, and a log that holds. */
  private void assertAnswered(Signed warning, Submitted answer) {
    Kept.same(answer, korea.submit(warning));
    var objects = Kept.objects(warning);
    assertEquals((long) objects.size(), answer.status().document().members().get("success_count"));
    new Kept(scene, korea, eu).receivedOnce(objects);
    assertEquals(1, recorded("taxii.addObjects", id(answer)));
    assertEquals(1, recorded("taxii.addObjects.outcome", id(answer)));
    assertEquals(List.of(), scene.auditor().findings());
  }

  /** How often the log says that this submission happened; repetitions are reads. */
  private long recorded(String operation, String submission) {
    var allowed = Map.of("operation", operation, "outcome", "allowed", "limit", "200");
    return scene.auditor().search(allowed).stream()
        .filter(entry -> entry.text("exchange", "submission").equals(submission))
        .filter(entry -> entry.text("activity_id").equals("1"))
        .count();
  }

  private static String id(Submitted answer) {
    return String.valueOf(answer.status().document().members().get("id"));
  }
}
