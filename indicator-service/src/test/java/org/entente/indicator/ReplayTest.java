package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.EU_TO_KR;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// P5: the same manifest twice has one effect and one answer.
@QuarkusTest
class ReplayTest extends ServiceTest {
  private final String id = Stix.id("indicator");
  private final byte[] body = Stix.envelope(Stix.indicator(id)).getBytes(StandardCharsets.UTF_8);
  private final Manifest manifest = Manifest.fresh();

  @Test
  void a_repeated_manifest_gets_the_first_answer_and_the_first_receipt() {
    Response first = gateway().submit("kr", KR_TO_EU, manifest, body);
    Response second = gateway().submit("kr", KR_TO_EU, manifest, body);

    assertNull(first.header("Idempotent-Replayed"));
    assertEquals("true", second.header("Idempotent-Replayed"));
    assertEquals(202, second.statusCode());
    assertEquals(first.asString(), second.asString());
    assertEquals(first.header("Audit-Receipt"), second.header("Audit-Receipt"));
  }

  @Test
  void the_first_answer_stays_whatever_happened_since() {
    Response first = gateway().submit("kr", KR_TO_EU, manifest, body);
    String later = Stix.indicator(id, "2026-11-05T00:00:00.000Z", Stix.RED, ",\"revoked\":true");
    gateway().submit("kr", KR_TO_EU, Stix.envelope(later));

    assertEquals(first.asString(), gateway().submit("kr", KR_TO_EU, manifest, body).asString());
  }

  @Test
  void the_same_jti_with_other_content_is_a_conflict_and_recorded() {
    gateway().submit("kr", KR_TO_EU, manifest, body).then().statusCode(202);
    int before = log().size();

    gateway()
        .submit("kr", KR_TO_EU, manifest.withOtherContent(), body)
        .then()
        .statusCode(409)
        .body("code", equalTo("REPLAY_CONFLICT"));

    assertEquals(
        "REPLAY_CONFLICT",
        log().recordsOf("taxii.addObjects", before).getFirst().path("status_detail").asText());
  }

  @Test
  void a_manifest_another_partner_sent_is_refused() {
    gateway().submit("kr", KR_TO_EU, manifest, body).then().statusCode(202);

    gateway()
        .submit("eu", EU_TO_KR, manifest, body)
        .then()
        .statusCode(403)
        .body("code", equalTo("REPLAY_FOREIGN"));
  }

  @Test
  void the_same_jti_of_another_partner_is_its_own() {
    gateway().submit("kr", KR_TO_EU, manifest, body).then().statusCode(202);
    byte[] other =
        Stix.envelope(Stix.indicator(Stix.id("indicator"))).getBytes(StandardCharsets.UTF_8);

    gateway().submit("eu", EU_TO_KR, manifest.withOtherContent(), other).then().statusCode(202);
  }

  @Test
  void twenty_at_once_have_one_effect() throws Exception {
    int before = log().size();
    List<Callable<String>> calls =
        IntStream.range(0, 20)
            .<Callable<String>>mapToObj(
                _ -> () -> gateway().submit("kr", KR_TO_EU, manifest, body).asString())
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> answers =
          threads.invokeAll(calls).stream().map(Future::resultNow).distinct().toList();
      assertEquals(1, answers.size(), answers::toString);
    }

    assertEquals(
        1, log().recordsOf("taxii.addObjects.outcome", before).stream().distinct().count());
    assertEquals(
        1,
        log().recordsOf("taxii.addObjects", before).stream()
            .filter(entry -> entry.path("activity_id").asInt() == 1)
            .count());
  }
}
