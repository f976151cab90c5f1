package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.EU_TO_KR;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// P8: the evidence comes out as it was signed.
@QuarkusTest
class EvidenceTest extends ServiceTest {
  private final String id = Stix.id("indicator");
  private final Manifest manifest = Manifest.fresh();

  @Test
  void manifest_and_body_come_out_byte_for_byte_with_their_place_in_the_log() {
    byte[] body =
        bytes(Stix.envelope(Stix.indicator(id), Stix.url(Stix.id("url"), "https://a.example")));
    Response submitted = gateway().submit("kr", KR_TO_EU, manifest, body);

    Response evidence = evidence("eu", KR_TO_EU, "object=" + id);

    evidence.then().statusCode(200).body("partner", equalTo("kr"));
    assertArrayEquals(body, Base64.getDecoder().decode(evidence.<String>path("body")));
    assertArrayEquals(
        bytes(manifest.compact()), Base64.getDecoder().decode(evidence.<String>path("manifest")));
    assertEquals(submitted.<String>path("id"), evidence.path("submission"));
    assertEquals(
        submitted.header("Audit-Receipt"),
        evidence.path("index") + ";" + evidence.<String>path("leaf"));
    assertEquals(submitted.<String>path("request_timestamp"), evidence.path("received_at"));
  }

  @Test
  void each_version_has_its_own_evidence() {
    String v2 = "2026-11-02T00:00:00.000Z";
    Response first = gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(id)));
    String newer = Stix.indicator(id, v2, Stix.GREEN, "");
    Response second = gateway().submit("kr", KR_TO_EU, Stix.envelope(newer));

    String object = "object=" + id;
    assertEquals(second.<String>path("id"), evidence("eu", KR_TO_EU, object).path("submission"));
    assertEquals(
        first.<String>path("id"),
        evidence("eu", KR_TO_EU, object + "&version=2026-11-01T00:00:00Z").path("submission"));
    assertEquals(
        second.<String>path("id"),
        evidence("kr", KR_TO_EU, object + "&version=" + v2).path("submission"));
    evidence("eu", KR_TO_EU, object + "&version=2026-11-03T00:00:00Z").then().statusCode(404);
    evidence("eu", KR_TO_EU, object + "&version=nonsense").then().statusCode(404);
  }

  @Test
  void a_body_that_failed_in_part_or_says_more_than_its_objects_stays_with_its_producer() {
    String broken = Stix.indicator("indicator--1");
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(id), broken));
    evidence("eu", KR_TO_EU, "object=" + id).then().statusCode(404);
    evidence("kr", KR_TO_EU, "object=" + id).then().statusCode(200);

    String other = Stix.id("indicator");
    String note = "{\"x_note\":\"for us\",\"objects\":[" + Stix.indicator(other) + "]}";
    gateway().submit("kr", KR_TO_EU, note).then().body("success_count", equalTo(1));
    evidence("eu", KR_TO_EU, "object=" + other).then().statusCode(404);
  }

  @Test
  void the_query_is_checked_and_other_collections_show_nothing() {
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(id)));

    evidence("eu", EU_TO_KR, "object=" + id).then().statusCode(404);
    evidence("us", KR_TO_EU, "object=" + id).then().body("code", equalTo("COLLECTION_UNKNOWN"));
    evidence("eu", KR_TO_EU, "").then().statusCode(400).body("code", equalTo("QUERY_INVALID"));
    evidence("eu", KR_TO_EU, "object=" + id + "&object=" + id).then().statusCode(400);
    evidence("eu", KR_TO_EU, "object=x%00").then().body("code", equalTo("OBJECT_UNKNOWN"));
  }

  private Response evidence(String partner, String collection, String query) {
    return gateway()
        .caller(partner)
        .get("/v1/evidence?collection=" + collection + (query.isEmpty() ? "" : "&" + query));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
