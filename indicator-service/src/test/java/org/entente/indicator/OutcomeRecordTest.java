package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_ALL;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// P6 in the log: the whole audience's auditors read it, so that it is silent on what is withheld
/// from some of it.
@QuarkusTest
class OutcomeRecordTest extends ServiceTest {
  private static final String V1 = "2026-11-01T00:00:00.000Z";

  /// What every submission has its own of: ids, digests and the time.
  private static final Map<String, List<String>> OWN =
      Map.of(
          "/metadata", List.of("uid", "correlation_uid"),
          "", List.of("time"),
          "/api/request", List.of("uid"),
          "/resources/0", List.of("uid"),
          "/resources/1", List.of("uid"),
          "/exchange", List.of("submission", "manifest_sha256", "body_sha256"));

  private final String secret = Stix.id("indicator");
  private final String red = Stix.indicator(secret, V1, Stix.RED, "");
  private final String brokenRed = Stix.indicator("indicator--1", V1, Stix.RED, "");

  @Test
  void the_records_of_a_submission_are_the_same_with_withheld_objects_and_without() {
    List<JsonNode> without = recordsOf(Manifest.fresh(), good(), good());
    List<JsonNode> with = recordsOf(Manifest.fresh(), good(), red, brokenRed, good());

    assertEquals(without, with);
    JsonNode outcome = with.getLast();
    assertEquals("taxii.addObjects.outcome", outcome.at("/api/operation").asText());
    assertEquals(2, outcome.path("resources").size());
    assertEquals(2, outcome.at("/exchange/accepted").asInt());
    assertEquals(0, outcome.at("/exchange/rejected").asInt());
  }

  @Test
  void what_only_some_of_the_audience_get_is_not_named() {
    int before = log().size();
    Manifest onlyUs = Manifest.claiming("\"rel\":[\"urn:entente:partner:us\"]");
    submit(KR_TO_ALL, onlyUs, Stix.indicator(secret)).then().statusCode(202);

    assertSilent(before);
    JsonNode outcome = log().recordsOf("taxii.addObjects.outcome", before).getFirst();
    assertEquals(0, outcome.at("/exchange/accepted").asInt());
  }

  @Test
  void what_was_released_before_is_not_named_by_a_submission_that_would_withhold_it() {
    submit(KR_TO_EU, Manifest.fresh(), Stix.indicator(secret));
    int before = log().size();

    Manifest asRed = Manifest.claiming("\"tlp\":\"red\"");
    submit(KR_TO_EU, asRed, Stix.indicator(secret)).then().statusCode(202);

    assertSilent(before);
  }

  @Test
  void a_producer_that_looks_at_its_own_says_nothing_of_it_to_others() {
    int before = log().size();
    Manifest manifest = Manifest.fresh();
    String id = submit(KR_TO_EU, manifest, red).path("id");
    submit(KR_TO_EU, manifest, red).then().header("Idempotent-Replayed", "true");
    gateway().caller("kr").get("/v1/status/" + id).then().statusCode(200);
    String query = "/v1/evidence?collection=" + KR_TO_EU + "&object=" + secret;
    gateway().caller("kr").get(query).then().statusCode(200);
    gateway().caller("kr").get(query + "&version=x").then().statusCode(404);

    assertEquals(before + 6, log().size());
    assertSilent(before);
    for (JsonNode entry : log().records().subList(before, before + 5)) {
      assertTrue(entry.at("/http_response/body_length").isMissingNode(), entry::toString);
      assertTrue(entry.at("/exchange/body_size").isMissingNode(), entry::toString);
    }
  }

  @Test
  void an_observables_outcome_tells_neither_when_nor_among_how_many_it_was_released() {
    String id = Stix.id("url");
    String object = Stix.url(id, "https://a.example");
    submit(KR_TO_EU, Manifest.claiming("\"rel\":[\"urn:entente:partner:us\"]"), object);
    int before = log().size();
    submit(KR_TO_EU, Manifest.fresh(), object);
    submit(KR_TO_EU, Manifest.fresh(), object);

    List<JsonNode> outcomes = log().recordsOf("taxii.addObjects.outcome", before);
    assertEquals(
        List.of(id, id), outcomes.stream().map(o -> o.at("/resources/0/uid").asText()).toList());
    assertTrue(outcomes.stream().allMatch(o -> o.at("/resources/0/version").isMissingNode()));
  }

  private void assertSilent(int since) {
    List<JsonNode> all = log().records();
    assertFalse(all.subList(since, all.size()).toString().contains(secret));
  }

  private List<JsonNode> recordsOf(Manifest manifest, String... objects) {
    int before = log().size();
    submit(KR_TO_EU, manifest, objects).then().statusCode(202);
    List<JsonNode> all = log().records();
    List<JsonNode> records = all.subList(before, all.size());
    for (JsonNode entry : records) {
      OWN.forEach((pointer, names) -> {
        if (entry.at(pointer) instanceof ObjectNode object) {
          object.remove(names);
        }
      });
    }
    return records;
  }

  private Response submit(String collection, Manifest manifest, String... objects) {
    byte[] body = Stix.envelope(objects).getBytes(StandardCharsets.UTF_8);
    return gateway().submit("kr", collection, manifest, body);
  }

  private static String good() {
    return Stix.indicator(Stix.id("indicator"));
  }
}
