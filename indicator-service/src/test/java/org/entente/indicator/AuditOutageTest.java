package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.indicator.exchange.InMemoryAuditService.Mood;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// P1 and P2: no record, no release.
@QuarkusTest
class AuditOutageTest extends ServiceTest {
  private final String id = Stix.id("indicator");
  private final byte[] body = Stix.envelope(Stix.indicator(id)).getBytes(StandardCharsets.UTF_8);
  private final Manifest manifest = Manifest.fresh();

  @Test
  void no_object_is_visible_before_its_submission_is_in_the_log() {
    log().be(Mood.DOWN);
    assertUnavailable(submit());

    log().be(Mood.UP);
    gateway().object("eu", KR_TO_EU, id).then().statusCode(404);
    gateway()
        .caller("kr")
        .get("/v1/evidence?collection=" + KR_TO_EU + "&object=" + id)
        .then()
        .statusCode(404);

    submit().then().statusCode(202).header("Idempotent-Replayed", "true");
    gateway().object("eu", KR_TO_EU, id).then().statusCode(200);
  }

  @Test
  void nothing_leaves_while_the_log_is_down() {
    submit().then().statusCode(202);
    String status = submit().then().extract().path("id");
    List<String> paths =
        List.of(
            "/v1/collections",
            "/v1/collections/" + KR_TO_EU,
            "/v1/collections/" + KR_TO_EU + "/objects",
            "/v1/collections/" + KR_TO_EU + "/objects/" + id,
            "/v1/status/" + status,
            "/v1/evidence?collection=" + KR_TO_EU + "&object=" + id);

    log().be(Mood.DOWN);

    for (String path : paths) {
      for (String partner : List.of("eu", "kr", "us")) {
        Response answer = gateway().caller(partner).get(path);
        assertUnavailable(answer);
        assertFalse(answer.asString().contains(id));
      }
    }
    assertUnavailable(submit());
  }

  @Test
  void a_log_that_does_not_answer_in_time_is_down() {
    int before = log().requests();
    log().be(Mood.SLOW);
    Instant start = Instant.now();

    assertUnavailable(gateway().objects("eu", KR_TO_EU, Map.of()));

    Duration waited = Duration.between(start, Instant.now());
    assertTrue(waited.compareTo(Duration.ofSeconds(4)) < 0, waited::toString);
    assertEquals(before + 1, log().requests());
  }

  @Test
  void an_append_that_hangs_holds_up_no_other() throws Exception {
    int before = log().requests();
    log().be(Mood.SLOW);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Response> hanging =
          threads.submit(() -> gateway().objects("eu", KR_TO_EU, Map.of("limit", 1)));
      Instant deadline = Instant.now().plusSeconds(10);
      while (log().requests() == before && Instant.now().isBefore(deadline)) {
        Thread.onSpinWait();
      }
      log().be(Mood.UP);

      gateway().objects("eu", KR_TO_EU, Map.of("limit", 1)).then().statusCode(200);

      assertFalse(hanging.isDone());
      assertUnavailable(hanging.get());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILS_AFTER_COMMIT", "BREAKS_OFF"})
  void an_answer_of_the_log_that_was_lost_costs_nothing_but_a_retry(Mood mood) {
    int before = log().size();
    log().be(mood);
    assertUnavailable(submit());

    log().be(Mood.UP);
    submit().then().statusCode(202).body("success_count", equalTo(1));

    assertEquals(1, created(before));
    assertEquals(1, log().recordsOf("taxii.addObjects.outcome", before).size());
  }

  @Test
  void a_connection_that_ends_under_a_request_is_nothing_a_partner_hears_of() {
    int before = log().size();
    log().be(Mood.BREAKS_OFF_ONCE);

    submit().then().statusCode(202).body("success_count", equalTo(1));

    assertEquals(1, created(before));
    assertEquals(1, log().recordsOf("taxii.addObjects.outcome", before).size());
  }

  @Test
  void the_outcome_is_in_the_log_before_the_partner_hears_of_it() {
    int before = log().size();
    log().failAfter(1);
    assertUnavailable(submit());
    assertEquals(0, log().recordsOf("taxii.addObjects.outcome", before).size());

    log().be(Mood.UP);
    Response answer = submit();

    answer.then().statusCode(202);
    assertEquals(1, created(before));
    assertEquals(1, log().recordsOf("taxii.addObjects.outcome", before).size());
    assertTrue(answer.header("Audit-Receipt").startsWith(before + ";"));
  }

  private long created(int since) {
    return log().recordsOf("taxii.addObjects", since).stream()
        .filter(entry -> entry.path("activity_id").asInt() == 1)
        .count();
  }

  private Response submit() {
    return gateway().submit("kr", KR_TO_EU, manifest, body);
  }

  private static void assertUnavailable(Response answer) {
    answer
        .then()
        .statusCode(503)
        .contentType(equalTo("application/problem+json"))
        .header("Retry-After", "2")
        .body("code", equalTo("AUDIT_UNAVAILABLE"));
    assertFalse(answer.headers().hasHeaderWithName("Audit-Receipt"));
  }
}
