package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.e2e.scene.Answer;
import org.entente.e2e.scene.Door;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P2: no byte of an answer leaves before its access record is durable. */
@ExtendWith(OneExchange.class)
class NoAuditNoDataTest {

  private static final String NO_AUDIT = "503 AUDIT_UNAVAILABLE";

  /** Bytes between two cuts of a connection to the log. */
  private static final int STEP = 97;

  private static final int A_HANDSHAKE = 1_000;
  private static final int FAR = 20_000;

  private final Scene scene;
  private final Feed korea;
  private final Feed eu;
  private final Stix object = Stix.indicator(Member.KOREA);
  private String status = "";

  NoAuditNoDataTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    eu = scene.eu();
  }

  @BeforeEach
  void korea_has_warned() {
    var submitted = korea.submit(Stix.envelope(object.text()));
    status = String.valueOf(submitted.status().document().members().get("id"));
    assertEquals(List.of(object.text()), eu.received(object.id()));
  }

  @Test
  void without_the_audit_service_there_is_no_answer_to_anything() {
    scene.auditService().stop();

    var answers = everything().toList();

    for (var answer : answers) {
      assertEquals(NO_AUDIT, answer.refusal());
      assertTrue(answer.headers().firstValue("Retry-After").isPresent());
      assertFalse(answer.body().contains(object.id()), answer.body());
    }
  }

  @Test
  void an_audit_service_that_hangs_is_none() {
    scene.auditService().suspend();

    var answer = eu.door().get(objects());

    assertEquals(NO_AUDIT, answer.refusal());
    assertFalse(answer.body().contains(object.id()), answer.body());
  }

  @Test
  void cut_after_any_byte_of_what_the_log_says_nothing_leaves_unrecorded() {
    var read = firstOnRecord(() -> eu.door().get(objects()));

    assertEquals(200, read.status());
    assertTrue(scene.isRecorded(read));
  }

  @Test
  void cut_after_any_byte_of_what_the_log_says_no_refusal_is_told_unrecorded() {
    var refused = firstOnRecord(() -> eu.door().withoutToken().discovery());

    assertEquals("401 AUTH_NO_TOKEN", refused.refusal());
    assertTrue(scene.auditor().refusal(refused.request()).isPresent());
  }

  /** Asks with the connection to the log cut ever later, until it is late enough. */
  private Answer firstOnRecord(Supplier<Answer> question) {
    for (var bytes = 0; bytes < FAR; bytes += STEP) {
      scene.relay().cutAfter(bytes);
      var answer = question.get();
      if (answer.status() != 503) {
        assertTrue(bytes > A_HANDSHAKE, "cut within the answer, too: " + bytes);
        return answer;
      }
      assertEquals(NO_AUDIT, answer.refusal());
      assertFalse(answer.body().contains(object.id()), answer.body());
    }
    throw new AssertionError("no answer even after " + FAR + " bytes");
  }

  @Test
  void a_refusal_that_cannot_be_recorded_is_not_told_either() {
    scene.auditService().stop();

    var answers = Stream.of(eu.door().withoutToken(), eu.door().bearing("x")).map(Door::discovery);

    answers.forEach(answer -> assertEquals(NO_AUDIT, answer.refusal()));
  }

  @Test
  void after_a_restart_everything_is_as_before() {
    scene.auditService().stop();
    assertEquals(NO_AUDIT, eu.door().get(objects()).refusal());

    scene.auditService().start();

    assertEquals(List.of(object.text()), eu.received(object.id()));
    assertEquals(200, eu.door().discovery().status());
    assertEquals("401 AUTH_NO_TOKEN", eu.door().withoutToken().discovery().refusal());
  }

  private Stream<Answer> everything() {
    var reads =
        Stream.of(
            "/taxii2/",
            "/taxii2/exchange/",
            "collections/",
            "collections/" + eu.foreign().id() + "/",
            objects(),
            objects() + object.id() + "/",
            objects() + Stix.indicator(Member.KOREA).id() + "/",
            "/evidence?collection=" + eu.foreign().id() + "&object=" + object.id(),
            "nowhere/");
    var own = Stream.of("status/" + status + "/");
    var door = korea.door();
    return Stream.concat(
        reads.map(eu.door()::get),
        Stream.concat(
            own.map(door::get), Stream.of(door.post(korea.sign(Stix.warning(Member.KOREA, 1))))));
  }

  private String objects() {
    return "collections/" + eu.foreign().id() + "/objects/";
  }
}
