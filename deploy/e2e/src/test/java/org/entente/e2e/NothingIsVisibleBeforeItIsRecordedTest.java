package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Signed;
import org.entente.e2e.scene.Stix;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P1: no object is visible to anyone before its submission is in the log. */
@ExtendWith(OneExchange.class)
class NothingIsVisibleBeforeItIsRecordedTest {

  private static final String RELEASED =
      "SELECT count(*) FROM release r JOIN object_version o ON o.id = r.object_version"
          + " WHERE o.stix_id = ?";
  private static final String STORED = "SELECT count(*) FROM object_version WHERE stix_id = ?";

  private final Scene scene;
  private final Feed korea;
  private final Feed eu;
  private final Stix object = Stix.indicator(Member.KOREA);

  NothingIsVisibleBeforeItIsRecordedTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    eu = scene.eu();
  }

  @Test
  void while_the_log_hangs_a_received_submission_has_no_object_and_no_release() {
    var warning = korea.sign(Stix.envelope(object.text()));

    scene.auditService().suspend();
    var answer = korea.begin(warning);
    Eventually.is("received", () -> scene.indicators().stateOf(warning).isPresent());

    assertEquals(Optional.empty(), answer.join(), "Korea is told to try again");
    assertEquals(Optional.of("received"), scene.indicators().stateOf(warning));
    assertEquals(0, scene.indicators().number(STORED, object.id()));
    assertEquals(0, scene.indicators().number(RELEASED, object.id()));
    assertFalse(eu.door().get(objects()).body().contains(object.id()));
  }

  @Test
  void once_the_log_goes_on_the_object_is_visible_and_the_log_has_its_submission() {
    var warning = korea.sign(Stix.envelope(object.text()));
    scene.auditService().suspend();
    var unanswered = korea.begin(warning);
    Eventually.is("received", () -> scene.indicators().stateOf(warning).isPresent());
    unanswered.join();

    scene.auditService().resume();
    korea.submitUntilAnswered(warning);

    assertEquals(List.of(object.text()), eu.received(object.id()));
    assertTrue(isInLog(scene.indicators().idOf(warning).orElseThrow()));
  }

  @Test
  void a_recorded_submission_that_is_not_yet_admitted_is_in_the_log_and_not_visible() {
    var warning = korea.sign(Stix.envelope(object.text()));

    var answer = recordedOnly(warning);

    assertTrue(answer.join().isPresent());
    assertEquals(List.of(object.text()), eu.received(object.id()));
  }

  /** Looks around while admission waits. */
  private CompletableFuture<Optional<Submitted>> recordedOnly(Signed warning) {
    try (var lock = scene.indicators().hold("SELECT * FROM collection FOR NO KEY UPDATE")) {
      var answer = korea.begin(warning);
      lock.awaitWaiter("from collection");
      assertTrue(isInLog(scene.indicators().idOf(warning).orElseThrow()));
      assertEquals(List.of(), eu.received(object.id()));
      assertFalse(answer.isDone());
      return answer;
    }
  }

  private boolean isInLog(String submission) {
    return scene.auditor().search(Map.of("operation", "taxii.addObjects", "party", "kr")).stream()
        .anyMatch(entry -> entry.text("exchange", "submission").equals(submission));
  }

  private String objects() {
    return "collections/" + eu.foreign().id() + "/objects/";
  }
}
