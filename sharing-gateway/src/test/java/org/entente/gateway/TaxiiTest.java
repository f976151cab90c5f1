package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Refusals;
import org.entente.gateway.exchange.Submitting;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Upstream;
import org.entente.gateway.exchange.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TAXII 2.1 as its clients meet it, and the two paths for proofs. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class TaxiiTest {

  private static final String ROOT = "/taxii2/exchange/";
  private static final String COLLECTION = ROOT + "collections/" + Surroundings.COLLECTION + "/";
  private static final String OBJECT = "indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";

  Surroundings around;

  private Visit korea;
  private Refusals refusals;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    refusals = new Refusals(around.upstream());
    korea = Visit.by(around, "kr");
  }

  @Test
  void every_resource_answers_with_and_without_its_final_slash_and_never_redirects() {
    for (String path :
        List.of(
            "/taxii2/",
            ROOT,
            ROOT + "collections/",
            COLLECTION,
            COLLECTION + "objects/",
            COLLECTION + "objects/" + OBJECT + "/",
            COLLECTION + "objects/" + OBJECT + "/versions/",
            COLLECTION + "manifest/",
            ROOT + "status/2d086da7-4bdc-4f91-900e-d77486753710/")) {
      for (String form : List.of(path, path.substring(0, path.length() - 1))) {
        Response answer = korea.get(form);
        assertEquals(200, answer.statusCode(), form + " " + answer.asString());
        assertEquals(Visit.TAXII, answer.header("Content-Type"), form);
        assertTrue(answer.header("Audit-Receipt").endsWith(";bGVhZg"), form);
        assertEquals("no-store", answer.header("Cache-Control"), form);
      }
    }
    Response posted =
        Submitting.plain(korea, "x", "{}".concat(" ".repeat(3))); // reaches the same resource
    assertEquals("SIG_MALFORMED", posted.path("error_code"));
    String noSlash = Submitting.OBJECTS.substring(0, Submitting.OBJECTS.length() - 1);
    Response bare =
        korea.request().header("Accept", Visit.TAXII).contentType(Visit.TAXII).post(noSlash);
    assertEquals("SIG_MALFORMED", bare.path("error_code"));
  }

  @Test
  void discovery_and_api_root_say_what_the_standard_asks_for() throws IOException {
    assertEquals(example("discovery.json"), korea.get("/taxii2/").asString() + "\n");
    assertEquals(example("api-root.json"), korea.get(ROOT).asString() + "\n");
    List<String> operations =
        around.upstream().records().stream().map(r -> r.at("/api/operation").asText()).toList();
    assertEquals(List.of("taxii.discovery", "taxii.apiRoot"), operations);
  }

  @Test
  void the_media_type_is_negotiated_as_the_standard_says() {
    for (String accept :
        List.of(
            "application/taxii+json;version=2.1",
            "application/taxii+json; version=2.1",
            "application/taxii+json;version=\"2.1\"",
            "application/taxii+json",
            "APPLICATION/TAXII+JSON",
            "text/html;q=0.9, application/taxii+json;version=2.1;q=0.1",
            "application/json, */*")) {
      Response answer = korea.request().header("Accept", accept).get("/taxii2/");
      assertEquals(200, answer.statusCode(), accept);
      assertEquals(Visit.TAXII, answer.header("Content-Type"), accept);
    }
    for (String accept :
        List.of(
            "application/taxii+json;version=2.0",
            "application/taxii+json;version=9.9",
            "application/taxii+json;version=2.1;q=0",
            "application/json",
            "text/html")) {
      refusals.of(
          () -> korea.request().header("Accept", accept).get(COLLECTION),
          406,
          "HTTP_NOT_ACCEPTABLE");
    }
  }

  @Test
  void a_submission_needs_both_media_types_right() {
    for (String type :
        List.of(
            "application/taxii+json;version=2.0",
            "application/json",
            "application/stix+json;version=2.1",
            "text/plain")) {
      refusals.of(() -> posting(Visit.TAXII, type), 415, "HTTP_MEDIA_TYPE");
    }
    refusals.of(() -> posting("*/*", Visit.TAXII), 406, "HTTP_NOT_ACCEPTABLE");
    assertEquals(
        "SIG_MALFORMED",
        posting("application/taxii+json", "application/taxii+json; version=\"2.1\"")
            .path("error_code"));
  }

  @Test
  void a_purpose_that_is_none_is_refused() {
    for (String purpose : List.of("x".repeat(121), "caf\u00e9", "\t")) {
      around.upstream().reset();
      String answer =
          korea.raw("GET " + COLLECTION + " HTTP/1.1", "Access-Purpose: " + purpose + "\r\n", "");
      assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.contains("PURPOSE_INVALID"), answer);
      assertEquals(1, around.upstream().records().size());
    }
  }

  @Test
  void head_answers_as_get_without_a_body() {
    Response head = korea.request().head("/taxii2/");
    assertEquals(200, head.statusCode());
    assertEquals(Visit.TAXII, head.header("Content-Type"));
    assertEquals(
        "taxii.discovery", around.upstream().records().getFirst().at("/api/operation").asText());
  }

  @Test
  void options_is_refused_on_every_path_and_still_told_the_methods() {
    for (String path : List.of("/taxii2/", COLLECTION + "objects/", "/evidence", "/none")) {
      refusals.of(() -> korea.request().options(path), 405, "HTTP_METHOD");
    }
    Response options = korea.request().options(COLLECTION + "objects/");
    assertEquals("GET, HEAD, POST", options.header("Allow"));
  }

  @Test
  void a_method_the_path_does_not_have_is_told_which_it_has() {
    refusals.of(() -> korea.request().delete(COLLECTION + "objects/"), 405, "HTTP_METHOD");
    Response answer = korea.request().delete(COLLECTION + "objects/");
    assertEquals("GET, HEAD, POST", answer.header("Allow"));
    refusals.of(() -> korea.request().post("/taxii2/"), 405, "HTTP_METHOD");
    refusals.of(() -> korea.request().patch(ROOT + "collections/"), 405, "HTTP_METHOD");
  }

  @Test
  void an_unknown_path_is_a_taxii_error_below_taxii2_and_a_problem_elsewhere() {
    for (String path : List.of("/taxii2/other/", ROOT + "collections/a/b/c/d/e/", ROOT + "x/")) {
      refusals.of(() -> korea.get(path), 404, "HTTP_NOT_FOUND");
      assertEquals(Visit.TAXII, korea.get(path).header("Content-Type"));
    }
    for (String path :
        List.of("/", "/receipts/", "/receipts/a/b", "/q/health", "/q/openapi.json")) {
      refusals.of(() -> korea.get(path), 404, "HTTP_NOT_FOUND");
      assertEquals("application/problem+json", korea.get(path).header("Content-Type"));
    }
  }

  @Test
  void a_receipt_is_asked_for_in_the_callers_partys_name() {
    Response receipt = korea.get("/receipts/bGVhZg");

    assertEquals(200, receipt.statusCode());
    assertEquals("text/plain;charset=utf-8", receipt.header("Content-Type").replace(" ", ""));
    assertEquals("/v1/receipts/bGVhZg?party=kr", receipt.asString());
    assertEquals(
        "/v1/receipts/bGVhZg?party=kr&stage=witnessed",
        korea.get("/receipts/bGVhZg?stage=witnessed&party=eu").asString());
    around.upstream().replies(Upstream.Reply.problem(404, "RECEIPT_UNKNOWN"));
    Response unknown = korea.get("/receipts/bGVhZg");
    assertEquals(404, unknown.statusCode());
    assertEquals("application/problem+json", unknown.header("Content-Type"));
    assertEquals("RECEIPT_UNKNOWN", unknown.path("code"));
  }

  @Test
  void evidence_comes_as_the_indicator_service_gives_it() {
    around.upstream().replies(new Upstream.Reply(200, Map.of(), "{\"manifest\":\"e30=\"}"));

    Response evidence = korea.get("/evidence?collection=c&object=" + OBJECT);

    assertEquals("application/json", evidence.header("Content-Type"));
    assertEquals("{\"manifest\":\"e30=\"}", evidence.asString());
  }

  @Test
  void an_inner_failure_without_a_reason_is_the_gateways_to_record() {
    around.upstream().replies(new Upstream.Reply(500, Map.of(), "oops"));

    Response answer = korea.get(COLLECTION);

    assertEquals(503, answer.statusCode());
    assertEquals("DEP_UNAVAILABLE", answer.path("error_code"));
    assertEquals("close", answer.header("Connection"), "so that the next one finds a replica");
    assertEquals(1, around.upstream().records().size());
  }

  @Test
  void an_answer_from_inside_that_breaks_off_is_none() {
    around.upstream().indicatorsBreakOff();

    Response answer = korea.get(COLLECTION);

    assertEquals(503, answer.statusCode());
    assertEquals("DEP_UNAVAILABLE", answer.path("error_code"));
    assertEquals(1, around.upstream().records().size());
  }

  @Test
  void that_a_service_inside_does_not_know_the_gateway_is_not_the_clients_fault() {
    for (String path : List.of(COLLECTION, "/receipts/bGVhZg")) {
      around.upstream().reset();
      around.upstream().replies(Upstream.Reply.problem(403, "CALLER_UNKNOWN"));

      assertEquals(503, korea.get(path).statusCode());
      JsonNode record = around.upstream().records().getFirst();
      assertEquals("DEP_UNAVAILABLE", record.at("/status_detail").asText());
    }
  }

  @Test
  void who_may_only_submit_still_sees_collections_and_status_but_no_objects() {
    Visit writer = korea.with(Visit.good(around, "kr").withScopes("taxii.write"));
    assertEquals(200, writer.get(ROOT + "collections/").statusCode());
    assertEquals(200, writer.get(ROOT + "status/a/").statusCode());
    refusals.of(() -> writer.get(COLLECTION + "objects/"), 403, "AUTHZ_SCOPE");
    refusals.of(() -> writer.get("/evidence"), 403, "AUTHZ_SCOPE");
  }

  private static String example(String name) throws IOException {
    return Files.readString(Path.of("contract", "examples", name));
  }

  private Response posting(String accept, String contentType) {
    return korea
        .request()
        .header("Accept", accept)
        .header("Content-Type", contentType)
        .body("{}".getBytes(StandardCharsets.US_ASCII))
        .post(Submitting.OBJECTS);
  }
}
