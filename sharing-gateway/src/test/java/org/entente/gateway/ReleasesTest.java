package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Draft;
import org.entente.gateway.exchange.Refusals;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Upstream;
import org.entente.gateway.exchange.Visit;
import org.entente.kit.manifest.Content;
import org.entente.kit.manifest.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Later acts, deletions and dry runs come in as strictly as submissions do. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource fills the field
class ReleasesTest {

  private static final String COLLECTION =
      "/taxii2/exchange/collections/" + Surroundings.COLLECTION + "/";
  private static final String INSIDE = "/v1/collections/" + Surroundings.COLLECTION + "/";
  private static final String ACTS =
      "{\"acts\":[{\"act\":\"withdraw\",\"object\":\"indicator--1\",\"reason\":\"wrong\"}]}";
  private static final String OBJECT = COLLECTION + "objects/indicator--1/";

  Surroundings around;

  private Visit korea;
  private Refusals refusals;

  @BeforeEach
  void nothing_has_happened_yet() {
    around.upstream().reset();
    korea = Visit.by(around, "kr");
    refusals = new Refusals(around.upstream());
  }

  @Test
  void signed_acts_go_inside_byte_for_byte() {
    assertEquals(202, act(signed(Content.RELEASE, ACTS), Content.RELEASE.mediaType()).statusCode());

    Upstream.Arrived arrived = around.upstream().arrived().getFirst();
    assertEquals(INSIDE + "releases", arrived.uri());
    assertEquals(ACTS, arrived.body());
    assertEquals(Content.RELEASE.mediaType(), arrived.header("Content-Type"));
    assertTrue(around.upstream().records().isEmpty(), "whoever decides, records");
  }

  @Test
  void a_manifest_made_for_an_envelope_does_not_act_and_the_other_way_round() {
    String envelope = signed(Content.ENVELOPE, ACTS);
    refusals.of(() -> act(envelope, Content.RELEASE.mediaType()), 400, "BODY_DIGEST");
    String acts = signed(Content.RELEASE, ACTS);
    refusals.of(() -> act(acts, Content.ENVELOPE.mediaType()), 415, "HTTP_MEDIA_TYPE");
    refusals.of(() -> delete(OBJECT, signed(Content.RELEASE, OBJECT)), 400, "BODY_DIGEST");
    refusals.of(() -> act("", Content.RELEASE.mediaType()), 400, "SIG_MALFORMED");
  }

  @Test
  void a_deletion_is_signed_over_its_absolute_url() {
    String path = OBJECT + "?match[version]=all";
    String url = "https://gateway.entente.example" + path;

    assertEquals(200, delete(path, signed(Content.DELETION, url)).statusCode());

    Upstream.Arrived arrived = around.upstream().arrived().getFirst();
    assertEquals("DELETE", arrived.method());
    assertEquals(url, arrived.header("Entente-Url"));
    assertTrue(arrived.uri().startsWith(INSIDE + "objects/indicator--1?match"), arrived.uri());
    var refused =
        refusals.of(() -> delete(OBJECT, signed(Content.DELETION, url)), 400, "BODY_DIGEST");
    assertFalse(refused.toString().contains("indicator--1"), refused::toString);
  }

  @Test
  void an_unsigned_deletion_goes_inside_where_permissions_come_first() {
    around.upstream().replies(Upstream.Reply.problem(403, "AUTHZ_COLLECTION"));
    korea.request().header("Accept", Visit.TAXII).delete(OBJECT).then().statusCode(403);
    assertEquals(1, around.upstream().arrived().size());
  }

  @Test
  void a_dry_run_needs_no_signature_but_the_scope_of_a_submission() {
    around.upstream().replies(new Upstream.Reply(200, Map.of(), "{}\n"));
    Response answer = dryRun(korea);
    assertEquals(200, answer.statusCode());
    assertEquals("application/x-ndjson", answer.header("Content-Type"));
    assertTrue(around.upstream().arrived().getFirst().uri().endsWith("/dry-run?tlp=red"));

    Visit reader = korea.with(Visit.good(around, "kr").withScopes("taxii.read"));
    refusals.of(() -> dryRun(reader), 403, "AUTHZ_SCOPE");
  }

  @Test
  void withdrawals_are_read_like_objects() {
    Visit eu = Visit.by(around, "eu");
    eu.get(COLLECTION + "withdrawals/?limit=5").then().statusCode(200);
    assertEquals(INSIDE + "withdrawals?limit=5", around.upstream().arrived().getFirst().uri());
  }

  private Response act(String manifest, String type) {
    return korea
        .request()
        .header("Accept", Visit.TAXII)
        .header("Content-Type", type)
        .headers(manifest.isEmpty() ? Map.of() : Map.of("Submission-Manifest", manifest))
        .body(ACTS.getBytes(StandardCharsets.UTF_8))
        .post(COLLECTION + "releases/");
  }

  private Response delete(String path, String manifest) {
    return korea
        .request()
        .header("Accept", Visit.TAXII)
        .header("Submission-Manifest", manifest)
        .delete(path);
  }

  private static Response dryRun(Visit visit) {
    return visit
        .request()
        .header("Content-Type", Visit.TAXII)
        .body("{\"objects\":[]}".getBytes(StandardCharsets.UTF_8))
        .post(COLLECTION + "dry-run/?tlp=red");
  }

  private String signed(Content content, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    var described =
        Map.of(
            "cty", content.mediaType(),
            "size", bytes.length,
            "sha-256", Sha256.of(bytes).base64Url());
    return Draft.of(around, "kr", body).claim("body", described).signed(around, "kr");
  }
}
