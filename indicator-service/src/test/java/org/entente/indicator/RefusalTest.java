package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.EU_TO_KR;
import static org.entente.indicator.exchange.Exchange.KR_TO_ALL;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.entente.indicator.exchange.Exchange.KR_TO_JP;
import static org.entente.indicator.exchange.Exchange.KR_WITH_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.indicator.exchange.Gateway;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.CredentialFiles;
import org.entente.pki.HostileCertificates;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;

/// P3: every refusal has its code, and is in the log before it is told.
@QuarkusTest
class RefusalTest extends ServiceTest {
  private static final String ENVELOPE = Stix.envelope(Stix.indicator(Stix.id("indicator")));

  @Test
  void who_may_not_write_or_read_is_told_so_only_where_it_takes_part() {
    assertRefused(403, "AUTHZ_COLLECTION", "taxii.addObjects", submit("eu", KR_TO_EU, ENVELOPE));
    assertRefused(404, "COLLECTION_UNKNOWN", "taxii.addObjects", submit("us", KR_TO_EU, ENVELOPE));
    assertRefused(403, "AUTHZ_COLLECTION", "taxii.getObjects", get("kr", KR_TO_EU, "/objects"));
    assertRefused(404, "COLLECTION_UNKNOWN", "taxii.getObjects", get("us", KR_TO_EU, "/objects"));
    assertRefused(403, "AUTHZ_COLLECTION", "taxii.getObject", get("kr", KR_TO_EU, "/objects/x"));
    assertRefused(404, "COLLECTION_UNKNOWN", "taxii.getCollection", get("us", KR_TO_EU, ""));
    String none = UUID.randomUUID().toString();
    assertRefused(404, "COLLECTION_UNKNOWN", "taxii.getCollection", get("kr", none, ""));
    assertEquals(get("us", KR_TO_EU, "").asString(), get("us", none, "").asString());
  }

  @Test
  void what_cannot_be_used_as_a_whole_is_refused_as_a_whole() {
    String add = "taxii.addObjects";
    assertRefused(400, "JSON_INVALID", add, submit("kr", KR_TO_EU, "{\"objects\":[{]}"));
    assertRefused(400, "JSON_INVALID", add, submit("kr", KR_TO_EU, ""));
    assertRefused(422, "ENVELOPE_INVALID", add, submit("kr", KR_TO_EU, "{}"));
    assertRefused(
        422,
        "ENVELOPE_INVALID",
        add,
        submit("kr", KR_TO_EU, "{\"type\":\"bundle\",\"objects\":[{}]}"));
    String many = "{\"objects\":[" + "{},".repeat(10_000) + "{}]}";
    assertRefused(413, "LIMIT_OBJECTS", add, submit("kr", KR_TO_EU, many));
    String large = Stix.envelope("{\"x\":\"" + "x".repeat(10_485_760) + "\"}");
    assertRefused(413, "LIMIT_BODY", add, submit("kr", KR_TO_EU, large));
  }

  @Test
  void what_was_refused_may_be_submitted_again_in_better_shape() {
    Manifest manifest = Manifest.fresh();
    byte[] broken = "{}".getBytes(StandardCharsets.UTF_8);
    gateway().submit("kr", KR_TO_EU, manifest, broken).then().statusCode(422);

    byte[] better = ENVELOPE.getBytes(StandardCharsets.UTF_8);
    gateway().submit("kr", KR_TO_EU, manifest.withOtherContent(), better).then().statusCode(202);
  }

  @Test
  void a_refused_submission_is_recorded_with_what_is_known_of_it() {
    Manifest manifest = Manifest.fresh();
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    gateway().submit("kr", KR_TO_EU, manifest, body).then().statusCode(422);

    JsonNode facts = lastRecord().path("exchange");
    assertEquals(KR_TO_EU, facts.path("collection").asText());
    assertEquals(Manifest.sha256(body), facts.path("body_sha256").asText());
    assertEquals("urn:entente:signer:kr:ops", facts.path("signer").asText());
    assertEquals("early warning", facts.path("purpose").asText());
  }

  @Test
  void facts_that_do_not_fit_the_bytes_are_refused() {
    Manifest manifest = Manifest.fresh();
    Response other =
        gateway()
            .caller("kr")
            .header("Submission-Manifest", manifest.compact() + "x")
            .header("Entente-Submission", Manifest.claiming("\"x\":1").compact())
            .contentType(Gateway.TAXII)
            .body(ENVELOPE)
            .post("/v1/collections/" + KR_TO_EU + "/submissions");
    assertRefused(400, "SUBMISSION_INVALID", "taxii.addObjects", other);

    byte[] body = ENVELOPE.getBytes(StandardCharsets.UTF_8);
    for (String claim : List.of("\"tlp\":\"white\"", "\"rel\":\"eu\"", "\"rel\":[\"eu\"]")) {
      Response answer = gateway().submit("kr", KR_TO_EU, Manifest.claiming(claim), body);
      assertRefused(400, "SUBMISSION_INVALID", "taxii.addObjects", answer);
    }
  }

  @Test
  void queries_that_cannot_be_meant_are_refused() {
    for (String query :
        List.of(
            "limit=-1",
            "limit=ten",
            "added_after=yesterday",
            "added_after=2026-11-01T00:00:00%2B01:00",
            "limit=1&limit=2",
            "match%5Bid%5D=x",
            "match%5Bversion%5D=all,last")) {
      Response answer = get("eu", KR_TO_EU, "/objects?" + query);
      assertRefused(400, "QUERY_INVALID", "taxii.getObjects", answer);
      assertEquals(query, lastRecord().path("exchange").path("query").asText());
    }
  }

  @Test
  void a_cursor_that_is_none_has_a_code_of_its_own() {
    Response answer = get("eu", KR_TO_EU, "/objects?next=abc");
    assertRefused(400, "NEXT_INVALID", "taxii.getObjects", answer);
  }

  @Test
  void a_status_is_for_its_submitter_only() {
    String id = submit("kr", KR_TO_ALL, ENVELOPE).path("id");
    gateway().caller("kr").get("/v1/status/" + id).then().statusCode(200);

    for (String partner : List.of("eu", "us")) {
      Response answer = gateway().caller(partner).get("/v1/status/" + id);
      assertRefused(404, "STATUS_UNKNOWN", "taxii.getStatus", answer);
    }
    assertRefused(
        404, "STATUS_UNKNOWN", "taxii.getStatus", gateway().caller("kr").get("/v1/status/x"));
  }

  @Test
  void only_configured_services_of_the_exchange_are_callers() {
    CredentialFiles audit = exchange.pki().service(Pki.AUDIT_SERVICE);
    HostileCertificates hostile =
        new HostileCertificates(exchange.pki().party("kr"), Clock.systemUTC());
    CredentialFiles pretender = hostile.clientNamingService(Pki.GATEWAY);
    CredentialFiles ambiguous =
        exchange
            .pki()
            .exchange(
                "two-names",
                CertificateTemplate.service(Pki.GATEWAY)
                    .withUris(
                        "urn:entente:service:sharing-gateway",
                        "urn:entente:service:audit-service"));

    for (CredentialFiles certificate : List.of(audit, pretender, ambiguous)) {
      Gateway other = new Gateway(service, exchange.pki(), certificate);
      Response answer = other.objects("eu", KR_TO_EU, Map.of());
      assertRefused(403, "CALLER_UNKNOWN", "taxii.getObjects", answer);
      assertEquals("-", lastRecord().path("actor").path("user").path("org").path("uid").asText());
    }
    Response anonymous = gateway().request().get("/v1/collections");
    assertRefused(403, "CALLER_UNKNOWN", "taxii.getCollections", anonymous);
  }

  @Test
  void a_service_whose_certificate_is_revoked_is_no_caller_any_more() {
    CredentialFiles own =
        exchange.pki().exchange("revoked-gateway", CertificateTemplate.service(Pki.GATEWAY));
    Gateway stolen = new Gateway(service, exchange.pki(), own);
    stolen.objects("eu", KR_TO_EU, Map.of()).then().statusCode(200);

    exchange.pki().revokedServices().revoke(own.credential().leaf());

    Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
    Response answer = stolen.objects("eu", KR_TO_EU, Map.of());
    while (answer.statusCode() == 200 && Instant.now().isBefore(deadline)) {
      answer = stolen.objects("eu", KR_TO_EU, Map.of());
    }
    assertRefused(403, "CALLER_UNKNOWN", "taxii.getObjects", answer);
    gateway().objects("eu", KR_TO_EU, Map.of()).then().statusCode(200);
  }

  @Test
  void an_unknown_authority_does_not_get_past_tls() {
    HostileCertificates hostile =
        new HostileCertificates(exchange.pki().party("kr"), Clock.systemUTC());
    Gateway other =
        new Gateway(service, exchange.pki(), hostile.clientOfUnknownAuthority("kr-feed"));

    // An alert, or a reset where the request was still being sent.
    IOException ended =
        assertThrows(IOException.class, () -> other.request().get("/v1/collections"));
    assertFalse(ended instanceof ConnectException, ended::toString);
  }

  @Test
  void collections_say_what_the_caller_may_do_and_hide_what_is_none_of_its_business() {
    Response korea = gateway().caller("kr").get("/v1/collections");
    korea
        .then()
        .statusCode(200)
        .contentType(equalTo(Gateway.TAXII))
        .body(
            "collections.id", equalTo(List.of(EU_TO_KR, KR_TO_ALL, KR_TO_EU, KR_TO_JP, KR_WITH_EU)))
        .body("collections.can_read", equalTo(List.of(true, false, false, false, true)))
        .body("collections.can_write", equalTo(List.of(false, true, true, true, true)));
    gateway()
        .caller("us")
        .get("/v1/collections")
        .then()
        .body("collections.id", equalTo(List.of(KR_TO_ALL)))
        .body("collections[0].media_types", equalTo(List.of("application/stix+json;version=2.1")));
    assertEquals("{}", gateway().caller("au").get("/v1/collections").asString());
  }

  private void assertRefused(int status, String code, String operation, Response answer) {
    answer
        .then()
        .statusCode(status)
        .contentType(equalTo("application/problem+json"))
        .body("status", equalTo(status))
        .body("code", equalTo(code));
    JsonNode entry = lastRecord();
    assertEquals(code, entry.path("status_detail").asText());
    assertEquals(operation, entry.path("api").path("operation").asText());
    assertEquals(Integer.toString(status), entry.path("status_code").asText());
  }

  private JsonNode lastRecord() {
    return log().records().getLast();
  }

  private Response submit(String partner, String collection, String body) {
    return gateway().submit(partner, collection, body);
  }

  private Response get(String partner, String collection, String rest) {
    return gateway().caller(partner).get("/v1/collections/" + collection + rest);
  }
}
