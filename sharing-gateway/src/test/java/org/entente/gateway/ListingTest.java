package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Refusals;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Upstream;
import org.entente.gateway.exchange.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listings, deletions and rights on their way inside and back. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class ListingTest {

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
  void a_manifest_may_be_asked_for_as_stix_alone_and_nothing_else_may() {
    String stix = "application/stix+json;version=2.1";
    Response manifest = korea.request().header("Accept", stix).get(COLLECTION + "manifest/");
    assertEquals(200, manifest.statusCode());
    assertEquals(Visit.TAXII, manifest.header("Content-Type"));
    for (String path : List.of(COLLECTION + "objects/", COLLECTION)) {
      refusals.of(
          () -> korea.request().header("Accept", stix).get(path), 406, "HTTP_NOT_ACCEPTABLE");
    }
    refusals.of(
        () -> korea.request().header("Accept", "text/html").get(COLLECTION + "manifest/"),
        406,
        "HTTP_NOT_ACCEPTABLE");
  }

  @Test
  void escaped_or_not_a_filter_arrives_inside_the_same() {
    for (String query :
        List.of("match[id]=a--1,b--2", "match%5Bid%5D=a--1%2Cb--2", "match%5bid%5d=a--1,b--2")) {
      around.upstream().reset();
      assertEquals(200, korea.get(COLLECTION + "objects/?" + query).statusCode(), query);
      String uri = around.upstream().arrived().getFirst().uri();
      assertEquals("match[id]=a--1,b--2", URI.create(uri).getQuery(), uri);
    }
  }

  @Test
  void a_hundred_ids_and_the_cursor_that_carries_them_fit_into_a_request() {
    String ids = "indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f,".repeat(100);
    String next = "x".repeat(7000);
    Response page = korea.get(COLLECTION + "objects/?match%5Bid%5D=" + ids + "&next=" + next);
    assertEquals(200, page.statusCode());
  }

  @Test
  void rights_are_plain_json_and_deletions_go_inside_with_either_scope() {
    around.upstream().replies(new Upstream.Reply(200, Map.of(), "{\"partner\":\"kr\"}"));
    Response rights = korea.get(ROOT + "rights/");
    assertEquals("application/json", rights.header("Content-Type"));
    assertEquals("/v1/rights", around.upstream().arrived().getFirst().uri());

    around.upstream().replies(Upstream.Reply.problem(403, "AUTHZ_COLLECTION"));
    Visit reader = korea.with(Visit.good(around, "kr").withScopes("taxii.read"));
    Response refused =
        reader.request().delete(COLLECTION + "objects/" + OBJECT + "/?match[version]=all");
    assertEquals("AUTHZ_COLLECTION", refused.path("error_code"));
    Upstream.Arrived arrived = around.upstream().arrived().getLast();
    assertEquals("DELETE", arrived.method());
    assertTrue(arrived.uri().endsWith("=all"), arrived.uri());
  }

  @Test
  void filters_go_inside_as_they_are_and_the_pages_headers_come_back() throws IOException {
    around
        .upstream()
        .replies(
            new Upstream.Reply(
                200,
                Map.of(
                    "X-TAXII-Date-Added-First", "2026-11-01T00:00:00.000001Z",
                    "X-TAXII-Date-Added-Last", "2026-11-01T00:00:00.000009Z",
                    "Audit-Receipt", "9;bGVhZg",
                    "X-Internal", "stays inside"),
                "{\"more\":true,\"next\":\"abc\"}"));

    Response answer =
        korea
            .request()
            .header("Access-Purpose", "a case of last week")
            .get(COLLECTION + "objects/?limit=2&added_after=2026-11-01T00:00:00Z&next=a%2Bb%3D");

    assertEquals("{\"more\":true,\"next\":\"abc\"}", answer.asString());
    assertEquals("2026-11-01T00:00:00.000001Z", answer.header("X-TAXII-Date-Added-First"));
    assertEquals("2026-11-01T00:00:00.000009Z", answer.header("X-TAXII-Date-Added-Last"));
    assertEquals("9;bGVhZg", answer.header("Audit-Receipt"));
    assertNull(answer.header("X-Internal"));
    Upstream.Arrived arrived = around.upstream().arrived().getFirst();
    assertTrue(arrived.uri().contains("limit=2"), arrived.uri());
    assertTrue(arrived.uri().contains("next=a%2Bb%3D"), arrived.uri());
    assertEquals("a case of last week", caller(arrived).path("purpose").asText());
  }

  @Test
  void a_filter_given_twice_arrives_twice_so_that_it_is_refused_where_filters_are_known() {
    korea.get(COLLECTION + "objects/?limit=2&limit=3");

    String uri = around.upstream().arrived().getFirst().uri();
    assertTrue(uri.contains("limit=2") && uri.contains("limit=3"), uri);
  }

  private static JsonNode caller(Upstream.Arrived arrived) throws IOException {
    String header = arrived.header("Entente-Caller");
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(header));
  }
}
