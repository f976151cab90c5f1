package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.indicator.exchange.Exchange;
import org.entente.indicator.exchange.InMemoryAuditService.Mood;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// What a producer is told of its objects.
@QuarkusTest
class StatusTest extends ServiceTest {
  private static final String UNKNOWN_MARKING =
      "marking-definition--5d2c1f0e-3b4a-4958-8677-1a2b3c4d5e6f";

  @Test
  void good_and_bad_objects_of_one_envelope_each_have_their_say() {
    String good = Stix.id("indicator");
    String unmarked = Stix.indicator(Stix.id("indicator")).replace(Stix.GREEN, UNKNOWN_MARKING);
    String forged =
        Stix.indicator(
            Stix.id("indicator"),
            "2026-11-01T00:00:00.000Z",
            Stix.GREEN,
            ",\"created_by_ref\":\"" + Exchange.EU_IDENTITY + "\"");
    String body = Stix.envelope(Stix.indicator(good), "{\"id\":7}", unmarked, forged);

    Response status = gateway().submit("kr", KR_TO_EU, body);

    status
        .then()
        .statusCode(202)
        .body("status", equalTo("complete"))
        .body("total_count", equalTo(4))
        .body("success_count", equalTo(1))
        .body("failure_count", equalTo(3))
        .body("pending_count", equalTo(0))
        .body("successes.id", equalTo(List.of(good)))
        .body("successes[0].version", equalTo("2026-11-01T00:00:00.000Z"))
        .body("failures[0].id", equalTo("-"))
        .body("failures[0].message", startsWith("STIX_VALUE at /objects/1/id"))
        .body(
            "failures[1].message", startsWith("MARKING_MISSING at /objects/2/object_marking_refs"))
        .body("failures[2].message", startsWith("STIX_IMPERSONATION at /objects/3/created_by_ref"));
    assertNull(status.path("pendings"));
  }

  @Test
  void a_status_has_a_version_4_id_and_adds_up() {
    Response status =
        gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(Stix.id("indicator")), "{}"));

    assertEquals(4, UUID.fromString(status.path("id")).version());
    int successes = status.path("success_count");
    int failures = status.path("failure_count");
    assertEquals(successes, status.<List<?>>path("successes").size());
    assertEquals(failures, status.<List<?>>path("failures").size());
    assertEquals(status.<Integer>path("total_count"), successes + failures);
  }

  @Test
  void what_is_wrong_is_told_by_rule_place_and_section_and_bounded() {
    String id = Stix.id("indicator");
    String wrong =
        Stix.indicator(
            id,
            "2026-11-01T00:00:00.000Z",
            Stix.GREEN,
            ",\"labels\":[],\"colour\":1,\"b_1\":1,\"b_2\":1,\"b_3\":1,\"b_4\":1");

    gateway()
        .submit("kr", KR_TO_EU, Stix.envelope(wrong))
        .then()
        .body("failures[0].id", equalTo(id))
        .body(
            "failures[0].message",
            startsWith(
                "STIX_EMPTY at /objects/0/labels: must not be empty (STIX 2.1 §2.3, §2.12); "
                    + "STIX_PROPERTY_UNKNOWN at /objects/0/colour: "))
        .body("failures[0].message", containsString("; and 1 more errors (STIX 2.1 "));
  }

  @Test
  void what_could_be_better_is_told_with_the_success_and_bounded() {
    int before = log().size();
    String more = ",\"x_1\":1,\"x_2\":1,\"x_3\":1,\"x_4\":1,\"x_5\":1";
    String object =
        Stix.indicator(Stix.id("indicator"), "2026-11-01T00:00:00.000Z", Stix.GREEN, more);

    gateway()
        .submit("kr", KR_TO_EU, Stix.envelope(object))
        .then()
        .body("success_count", equalTo(1))
        .body("successes[0].message", startsWith("STIX_PROPERTY_CUSTOM at /objects/0/x_1: "))
        .body("successes[0].message", endsWith("; 2 more warnings"));
    JsonNode outcome = log().recordsOf("taxii.addObjects.outcome", before).getFirst();
    assertEquals(1, outcome.path("exchange").path("warned").asInt());
  }

  @Test
  void a_status_can_be_asked_for_again() {
    String body = Stix.envelope(Stix.indicator(Stix.id("indicator")), "{}");
    Response status = gateway().submit("kr", KR_TO_EU, body);

    assertEquals(4, UUID.fromString(status.path("id")).version());
    String again = gateway().caller("kr").get("/v1/status/" + status.path("id")).asString();
    assertEquals(status.asString(), again);
  }

  @Test
  void the_outcome_is_recorded_with_counts_and_the_objects_released() {
    String good = Stix.id("indicator");
    int before = log().size();
    Response status =
        gateway()
            .submit(
                "kr",
                KR_TO_EU,
                Stix.envelope(Stix.indicator(good), Stix.indicator("indicator--1")));

    JsonNode outcome = log().recordsOf("taxii.addObjects.outcome", before).getFirst();
    assertEquals(1, outcome.path("exchange").path("accepted").asInt());
    assertEquals(1, outcome.path("exchange").path("rejected").asInt());
    assertEquals(good, outcome.path("resources").path(0).path("uid").asText());
    String submission = status.path("id");
    assertEquals(submission, outcome.path("metadata").path("correlation_uid").asText());
    assertEquals(submission, outcome.path("exchange").path("submission").asText());
    JsonNode created = log().recordsOf("taxii.addObjects", before).getFirst();
    assertEquals(submission, created.path("metadata").path("correlation_uid").asText());
    assertEquals(
        Manifest.SIGNERS_LIST + " " + Manifest.CONNECTIONS_LIST,
        created.path("exchange").path("revocation_lists").asText());
  }

  @Test
  void a_submission_that_waits_for_the_log_is_pending() {
    byte[] body =
        Stix.envelope(Stix.indicator(Stix.id("indicator"))).getBytes(StandardCharsets.UTF_8);
    Manifest manifest = Manifest.fresh();
    int before = log().size();
    log().be(Mood.FAILS_AFTER_COMMIT);
    gateway().submit("kr", KR_TO_EU, manifest, body).then().statusCode(503);
    log().be(Mood.UP);
    String id =
        log()
            .recordsOf("taxii.addObjects", before)
            .getFirst()
            .path("exchange")
            .path("submission")
            .asText();

    gateway()
        .caller("kr")
        .get("/v1/status/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo("pending"))
        .body("total_count", equalTo(0));

    gateway().submit("kr", KR_TO_EU, manifest, body).then().body("id", equalTo(id));
  }

  @Test
  void ten_thousand_objects_are_one_submission() {
    List<String> objects =
        IntStream.range(0, 10_000)
            .mapToObj(i -> Stix.url(Stix.id("url"), "https://x/" + i))
            .toList();
    int before = log().size();

    Response status = gateway().submit("kr", KR_TO_EU, Stix.envelope(objects));

    status.then().statusCode(202).body("success_count", equalTo(10_000));
    assertEquals(10_000, status.<List<String>>path("successes.id").size());
    long recorded =
        log().recordsOf("taxii.addObjects.outcome", before).stream()
            .mapToLong(entry -> entry.path("resources").size())
            .sum();
    assertEquals(10_000, recorded);
  }
}
