package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Draft;
import org.entente.gateway.exchange.Refusals;
import org.entente.gateway.exchange.Submitting;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Upstream;
import org.entente.gateway.exchange.Visit;
import org.entente.kit.manifest.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a good submission becomes inside, and rows 18 to 30 of the hostile-input table. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class SubmissionTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  Surroundings around;

  private Visit korea;
  private Draft good;
  private Refusals refusals;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    refusals = new Refusals(around.upstream());
    korea = Visit.by(around, "kr");
    good = Draft.of(around, "kr", Submitting.ENVELOPE);
  }

  @Test
  void manifest_and_body_go_inside_byte_for_byte_with_what_was_established() {
    String manifest = good.claim("rel", List.of("urn:entente:partner:eu")).signed(around, "kr");

    Response answer = Submitting.plain(korea, manifest, Submitting.ENVELOPE);

    assertEquals(202, answer.statusCode(), answer.asString());
    assertEquals(Visit.TAXII, answer.header("Content-Type"));
    assertEquals("7;bGVhZg", answer.header("Audit-Receipt"));
    assertEquals("complete", answer.jsonPath().getString("status"));
    Upstream.Arrived arrived = around.upstream().arrived().getFirst();
    assertEquals("/v1/collections/" + Surroundings.COLLECTION + "/submissions", arrived.uri());
    assertEquals(Submitting.ENVELOPE, arrived.body());
    assertEquals(manifest, arrived.header("Submission-Manifest"));
    JsonNode established = decoded(arrived.header("Entente-Submission"));
    assertEquals(good.claims().get("jti"), established.path("jti").asText());
    assertEquals("urn:entente:signer:kr:ops", established.path("signer").asText());
    assertEquals("urn:entente:partner:eu", established.path("rel").path(0).asText());
    byte[] bytes = manifest.getBytes(StandardCharsets.US_ASCII);
    assertEquals(Sha256.of(bytes).base64Url(), established.path("manifest_sha256").asText());
    assertTrue(established.path("chain").isMissingNode(), "it is in the manifest's x5c");
    assertTrue(established.path("checks").toString().contains("alg:ES256"));
    assertTrue(around.upstream().records().isEmpty(), "whoever decides, records: not the gateway");
  }

  @Test
  void the_caller_goes_inside_as_data_and_no_token_with_it() {
    Submitting.plain(korea, good.signed(around, "kr"), Submitting.ENVELOPE);

    Upstream.Arrived arrived = around.upstream().arrived().getFirst();
    JsonNode caller = decoded(arrived.header("Entente-Caller"));
    assertEquals("kr", caller.path("partner").asText());
    assertEquals("kr-feed", caller.path("client").asText());
    assertEquals("threat-warning", caller.path("purpose").asText());
    assertEquals(Submitting.OBJECTS, caller.path("path").asText());
    assertEquals(korea.own().credential().thumbprint(), caller.path("tls_leaf").asText());
    assertTrue(arrived.headers().keySet().stream().noneMatch("Authorization"::equalsIgnoreCase));
  }

  @Test
  void agency_and_role_go_inside_and_into_the_record_for_who_has_them() {
    Visit liaison = Visit.by(around, "eu");
    liaison.get("/taxii2/exchange/collections/");
    korea.get("/taxii2/exchange/collections/");
    liaison.get("/nowhere");

    JsonNode caller = decoded(around.upstream().arrived().getFirst().header("Entente-Caller"));
    assertEquals("cert-eu", caller.path("agency").asText());
    assertEquals("liaison", caller.path("role").asText());
    JsonNode other = decoded(around.upstream().arrived().getLast().header("Entente-Caller"));
    assertTrue(other.path("agency").isMissingNode() && other.path("role").isMissingNode());
    JsonNode refused = around.upstream().records().getLast();
    assertEquals("cert-eu/liaison", refused.at("/actor/user/org/ou_name").asText());
  }

  @Test
  void a_manifest_as_first_part_arrives_like_one_in_the_header() {
    String compact = good.signed(around, "kr");
    String[] part = compact.split("\\.", -1);
    String general =
        "{\"payload\":\"%s\",\"signatures\":[{\"protected\":\"%s\",\"signature\":\"%s\"}]}"
            .formatted(part[1], part[0], part[2]);

    assertEquals(202, Submitting.parts(korea, compact, Submitting.ENVELOPE).statusCode());
    assertEquals(202, Submitting.parts(korea, general, Submitting.ENVELOPE).statusCode());

    List<Upstream.Arrived> arrived = around.upstream().arrived();
    assertEquals(compact, arrived.getFirst().header("Submission-Manifest"));
    assertEquals(Submitting.ENVELOPE, arrived.getFirst().body());
    byte[] json = Base64.getUrlDecoder().decode(arrived.getLast().header("Submission-Manifest"));
    assertEquals(general, new String(json, StandardCharsets.US_ASCII));
    assertEquals(Submitting.ENVELOPE, arrived.getLast().body());
  }

  @Test
  void a_multipart_body_of_another_shape_is_refused() {
    String manifest = Submitting.part("manifest", "application/jose", good.signed(around, "kr"));
    String body = Submitting.part("body", Visit.TAXII, Submitting.ENVELOPE);
    for (String form :
        List.of(
            body + manifest + "--cut--\r\n",
            manifest + "--cut--\r\n",
            manifest + body + body + "--cut--\r\n",
            manifest + body,
            "preamble\r\n" + manifest + body + "--cut--\r\n",
            manifest + body + "--cut--\r\nepilogue")) {
      refusals.of(() -> Submitting.form(korea, form), 400, "MULTIPART_INVALID");
    }
    String text = Submitting.part("manifest", "text/plain", good.signed(around, "kr"));
    refusals.of(() -> Submitting.form(korea, text + body + "--cut--"), 415, "HTTP_MEDIA_TYPE");
  }

  @Test
  void row_18_a_body_that_is_described_wrongly_is_refused() {
    String digest = Sha256.of(Submitting.ENVELOPE.getBytes(StandardCharsets.UTF_8)).base64Url();
    int size = Submitting.ENVELOPE.length();
    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of("cty", Visit.TAXII, "size", size + 1, "sha-256", digest),
            Map.of("cty", "application/json", "size", size, "sha-256", digest))) {
      refuse(good.claim("body", body), 400, "BODY_DIGEST");
    }
    refusals.of(() -> digested("sha-256=:AAAA:"), 400, "BODY_DIGEST");
    byte[] right = Sha256.of(Submitting.ENVELOPE.getBytes(StandardCharsets.UTF_8)).bytes();
    String header = "sha-256=:" + Base64.getEncoder().encodeToString(right) + ":";
    assertEquals(202, digested(header).statusCode());
  }

  @Test
  void rows_20_to_24_and_27_what_was_decided_inside_is_passed_on_and_not_recorded_twice() {
    var replayed =
        new Upstream.Reply(
            202,
            Map.of("Idempotent-Replayed", "true", "Audit-Receipt", "3;bGVhZg"),
            "{\"status\":\"complete\"}");
    around.upstream().replies(replayed);
    Response again = Submitting.plain(korea, good.signed(around, "kr"), Submitting.ENVELOPE);
    assertEquals(202, again.statusCode());
    assertEquals("true", again.header("Idempotent-Replayed"));
    Map<String, Integer> inside =
        Map.of(
            "REPLAY_CONFLICT", 409,
            "REPLAY_FOREIGN", 403,
            "AUTHZ_COLLECTION", 403,
            "COLLECTION_UNKNOWN", 404,
            "LIMIT_OBJECTS", 413,
            "JSON_INVALID", 400,
            "ENVELOPE_INVALID", 422);
    inside.forEach((code, status) -> {
      around.upstream().replies(Upstream.Reply.problem(status, code));
      Response answer = Submitting.plain(korea, good.signed(around, "kr"), Submitting.ENVELOPE);
      assertEquals(status, answer.statusCode());
      assertEquals(Visit.TAXII, answer.header("Content-Type"));
      assertEquals(code, answer.path("error_code"));
      assertEquals(Integer.toString(status), answer.path("http_status"));
    });
    assertTrue(around.upstream().records().isEmpty());
  }

  @Test
  void row_22_a_replay_elsewhere_or_outside_its_time_is_refused() {
    long now = Instant.now().getEpochSecond();
    Visit europe = Visit.by(around, "eu");
    String manifest = good.signed(around, "kr");
    refusals.of(
        () -> Submitting.plain(europe, manifest, Submitting.ENVELOPE),
        403,
        "SIGNER_PARTNER_MISMATCH");
    refuse(good.at(now - 200, now - 100), 400, "CLAIM_TIME");
    refuse(good.at(now + 90, now + 300), 400, "CLAIM_TIME");
    refuse(good.at(now, now + 601), 400, "CLAIM_TIME");
    refuse(good.at(now, now), 400, "CLAIM_TIME");
    refuse(good.header("iat", now - 1), 400, "CLAIM_TIME");
  }

  @Test
  void row_23_a_submission_made_for_elsewhere_is_refused() {
    refuse(good.claim("aud", "https://other.example/taxii2/exchange/"), 403, "CLAIM_AUD");
    refuse(good.claim("aud", List.of(Surroundings.API_ROOT)), 400, "CLAIM_INVALID");
    refuse(good.claim("col", "9d3c1b7a-5e2f-4c8d-8a6b-1f0e2d4c6b80"), 403, "CLAIM_COL");
    refuse(good.claim("extra", 1), 400, "CLAIM_INVALID");
  }

  @Test
  void row_7_a_client_that_may_only_read_submits_nothing() {
    Visit reader = korea.with(Visit.good(around, "kr").withScopes("taxii.read"));
    String manifest = good.signed(around, "kr");
    refusals.of(() -> Submitting.plain(reader, manifest, Submitting.ENVELOPE), 403, "AUTHZ_SCOPE");
  }

  @Test
  void row_30_without_the_indicator_service_there_is_no_receipt_but_a_record() {
    String manifest = good.signed(around, "kr");
    around.upstream().indicatorsDown();

    Response answer = Submitting.plain(korea, manifest, Submitting.ENVELOPE);

    assertEquals(503, answer.statusCode());
    assertEquals("DEP_UNAVAILABLE", answer.path("error_code"));
    JsonNode record = around.upstream().records().getFirst();
    assertEquals("DEP_UNAVAILABLE", record.at("/status_detail").asText());
    assertEquals(27, record.at("/disposition_id").asInt());
    assertEquals("urn:entente:signer:kr:ops", record.at("/exchange/signer").asText());
  }

  private Response digested(String contentDigest) {
    return korea
        .request()
        .header("Accept", Visit.TAXII)
        .header("Content-Type", Visit.TAXII)
        .header("Submission-Manifest", good.signed(around, "kr"))
        .header("Content-Digest", contentDigest)
        .body(Submitting.ENVELOPE)
        .post(Submitting.OBJECTS);
  }

  private void refuse(Draft draft, int status, String code) {
    String manifest = draft.signed(around, "kr");
    JsonNode record =
        refusals.of(() -> Submitting.plain(korea, manifest, Submitting.ENVELOPE), status, code);
    String digest = Sha256.of(manifest.getBytes(StandardCharsets.US_ASCII)).base64Url();
    assertEquals(digest, record.at("/exchange/manifest_sha256").asText());
  }

  private static JsonNode decoded(String header) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(header));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
