package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.entente.e2e.scene.Answer;
import org.entente.e2e.scene.Auditor.Entry;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P3: every refusal at the door is recorded, with the reason. */
@ExtendWith(OneExchange.class)
class EveryRefusalIsRecordedTest {

  private final Scene scene;
  private final Feed korea;
  private final Feed eu;

  EveryRefusalIsRecordedTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    eu = scene.eu();
  }

  @Test
  void no_token() {
    var answer = korea.door().withoutToken().discovery();

    assertRecorded("401 AUTH_NO_TOKEN", answer);
  }

  @Test
  void the_token_of_the_eu_over_the_connection_of_korea() {
    var answer = korea.door().bearing(eu.door().token().orElseThrow()).discovery();

    assertRecorded("401 AUTH_BINDING", answer);
  }

  @Test
  void a_body_changed_after_signing() {
    var signed = korea.sign(Stix.warning(Member.KOREA, 1));

    var answer =
        korea.door().post(signed.withBody(signed.body().replace("Laundering", "laundering")));

    assertRecorded("400 BODY_DIGEST", answer);
  }

  @Test
  void the_same_id_for_other_content() {
    var jti = UUID.randomUUID();
    korea.submit(korea.sign(jti, Stix.warning(Member.KOREA, 1), List.of()));

    var answer = korea.door().post(korea.sign(jti, Stix.warning(Member.KOREA, 1), List.of()));

    assertRecorded("409 REPLAY_CONFLICT", answer);
  }

  @Test
  void a_path_that_is_none() {
    var answer = korea.door().get("/taxii2/exchange/nowhere/");

    assertEquals(
        "http.unknown", assertRecorded("404 HTTP_NOT_FOUND", answer).text("api", "operation"));
  }

  @Test
  void a_collection_of_somebody_else() {
    var answer = eu.door().post(eu.sign(Stix.warning(Member.EU, 1)).to(eu.foreign().id()));

    assertRecorded("403 CLAIM_COL", answer);
  }

  @Test
  void an_object_that_does_not_exist() {
    var nothing = Stix.indicator(Member.KOREA).id();

    var answer = eu.door().get("collections/" + eu.foreign().id() + "/objects/" + nothing + "/");

    assertRecorded("404 OBJECT_UNKNOWN", answer);
  }

  @Test
  void a_body_that_is_no_envelope() {
    var answer = korea.door().post(korea.sign("{\"type\":\"bundle\",\"objects\":[]}"));

    assertRecorded("422 ENVELOPE_INVALID", answer);
  }

  private Entry assertRecorded(String refusal, Answer answer) {
    assertEquals(refusal, answer.refusal());
    var entry =
        scene
            .auditor()
            .refusal(answer.request())
            .orElseThrow(() -> new AssertionError(refusal + " is not in the log"));
    assertEquals(refusal, entry.text("status_code") + " " + entry.text("status_detail"));
    return entry;
  }
}
