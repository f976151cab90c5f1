package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.EU_TO_KR;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.indicator.exchange.Exchange;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// Reading what was released: paging, headers, records.
@QuarkusTest
class ReadTest extends ServiceTest {
  @Test
  void pages_by_next_bring_everything_once_and_in_order() {
    String before = now();
    List<String> ids = submitIndicators(25);

    List<String> read = new ArrayList<>();
    Map<String, Object> query = new HashMap<>(Map.of("added_after", before, "limit", 10));
    Response page = gateway().objects("eu", KR_TO_EU, query);
    read.addAll(page.path("objects.id"));
    while (page.path("more") != null) {
      page =
          gateway().objects("eu", KR_TO_EU, Map.of("next", page.<String>path("next"), "limit", 10));
      read.addAll(page.path("objects.id"));
    }

    assertEquals(ids, read);
  }

  @Test
  void pages_by_time_alone_bring_everything_too() {
    String after = now();
    List<String> ids = submitIndicators(25);

    List<String> read = new ArrayList<>();
    Response page;
    do {
      page = gateway().objects("eu", KR_TO_EU, Map.of("added_after", after, "limit", 7));
      read.addAll(page.path("objects.id"));
      after = page.header("X-TAXII-Date-Added-Last");
    } while (page.path("more") != null);

    assertEquals(ids, read);
  }

  @Test
  void a_page_ends_before_it_gets_too_large_but_a_large_object_has_one_of_its_own() {
    String before = now();
    String half = ",\"description\":\"" + "x".repeat(Exchange.PAGE_BYTES / 2) + "\"";
    String more = half + half.replace("description", "x_a") + half.replace("description", "x_b");
    List<String> objects =
        List.of(half, half, half, more, half).stream()
            .map(text ->
                Stix.indicator(Stix.id("indicator"), "2026-11-01T00:00:00.000Z", Stix.GREEN, text))
            .toList();
    gateway().submit("kr", KR_TO_EU, Stix.envelope(objects)).then().statusCode(202);

    List<Integer> sizes = new ArrayList<>();
    Response page = gateway().objects("eu", KR_TO_EU, Map.of("added_after", before));
    sizes.add(page.path("objects.size()"));
    while (page.path("more") != null) {
      page = gateway().objects("eu", KR_TO_EU, Map.of("next", page.<String>path("next")));
      sizes.add(page.path("objects.size()"));
    }

    assertEquals(List.of(2, 2, 1), sizes);
  }

  @Test
  void an_exact_page_says_that_nothing_follows() {
    String before = now();
    submitIndicators(3);

    Response page = gateway().objects("eu", KR_TO_EU, Map.of("added_after", before, "limit", 3));

    assertEquals(Integer.valueOf(3), page.path("objects.size()"));
    assertNull(page.path("more"));
    assertNull(page.<String>path("next"));
  }

  @Test
  void an_empty_page_is_an_empty_object_and_stays_where_it_is() {
    String later = "2999-01-01T00:00:00Z";
    Response page = gateway().objects("eu", KR_TO_EU, Map.of("added_after", later));

    assertEquals("{}", page.asString());
    assertEquals("2999-01-01T00:00:00.000000Z", page.header("X-TAXII-Date-Added-First"));
    assertEquals("2999-01-01T00:00:00.000000Z", page.header("X-TAXII-Date-Added-Last"));
  }

  @Test
  void readers_get_the_latest_version_wherever_it_came_in() {
    String id = Stix.id("indicator");
    String v1 = Stix.indicator(id, "2026-11-01T00:00:00.000Z", Stix.GREEN, "");
    String v2 = Stix.indicator(id, "2026-11-02T00:00:00.000Z", Stix.GREEN, "");
    String v3 = Stix.indicator(id, "2026-11-03T00:00:00.000Z", Stix.GREEN, "");
    String before = now();
    for (String version : List.of(v2, v1, v3)) {
      gateway().submit("kr", KR_TO_EU, Stix.envelope(version)).then().statusCode(202);
    }

    assertEquals("{\"objects\":[" + v3 + "]}", gateway().object("eu", KR_TO_EU, id).asString());
    assertEquals(
        "{\"objects\":[" + v3 + "]}",
        gateway().objects("eu", KR_TO_EU, Map.of("added_after", before)).asString());
  }

  @Test
  void a_released_object_outside_the_filter_is_an_empty_envelope() {
    String id = submitIndicators(1).getFirst();
    String path = "/v1/collections/" + KR_TO_EU + "/objects/" + id;

    Response found = gateway().caller("eu").get(path);
    String added = found.header("X-TAXII-Date-Added-Last");

    assertNotNull(added);
    assertEquals(
        "{}", gateway().caller("eu").queryParam("added_after", added).get(path).asString());
  }

  @Test
  void what_is_handed_over_is_recorded_object_by_object_with_the_digest_of_the_bytes() {
    String before = now();
    List<String> ids = submitIndicators(450);
    int since = log().size();

    Response page = gateway().objects("eu", KR_TO_EU, Map.of("added_after", before, "limit", 450));

    List<JsonNode> parts = log().recordsOf("taxii.getObjects", since);
    List<String> recorded = new ArrayList<>();
    for (JsonNode part : parts) {
      part.path("resources").forEach(resource -> recorded.add(resource.path("uid").asText()));
      assertEquals(
          Manifest.sha256(page.asByteArray()), part.path("exchange").path("body_sha256").asText());
      assertEquals("eu", part.path("exchange").path("recipient_party").asText());
      assertEquals("early warning", part.path("exchange").path("purpose").asText());
    }
    assertEquals(3, parts.size());
    assertEquals(ids.subList(0, recorded.size()), recorded);
    assertEquals(Integer.valueOf(recorded.size()), page.path("objects.size()"));
    assertTrue(page.header("Audit-Receipt").startsWith(since + ";"));
  }

  @Test
  void two_producers_copies_of_one_observable_stand_side_by_side() {
    String id = Stix.id("url");
    String koreas = Stix.url(id, "https://a.example/kr");
    String europes = Stix.url(id, "https://a.example/eu");
    gateway()
        .submit("kr", KR_TO_EU, Stix.envelope(koreas))
        .then()
        .body("success_count", equalTo(1));
    gateway()
        .submit("eu", EU_TO_KR, Stix.envelope(europes))
        .then()
        .body("success_count", equalTo(1));

    assertEquals("{\"objects\":[" + koreas + "]}", gateway().object("eu", KR_TO_EU, id).asString());
    assertEquals(
        "{\"objects\":[" + europes + "]}", gateway().object("kr", EU_TO_KR, id).asString());
  }

  @Test
  void only_the_producer_changes_or_revokes_its_objects() {
    String id = submitIndicators(1).getFirst();
    String foreign =
        Stix.indicator(id, "2026-12-01T00:00:00.000Z", Stix.GREEN, ",\"revoked\":true");

    Response status = gateway().submit("eu", EU_TO_KR, Stix.envelope(foreign));

    status.then().statusCode(202).body("failure_count", equalTo(1));
    assertTrue(status.<String>path("failures[0].message").startsWith("STIX_OWNERSHIP"));
    assertFalse(gateway().object("eu", KR_TO_EU, id).asString().contains("revoked"));
    gateway().object("kr", EU_TO_KR, id).then().statusCode(404);
  }

  private List<String> submitIndicators(int count) {
    List<String> ids = IntStream.range(0, count).mapToObj(_ -> Stix.id("indicator")).toList();
    gateway()
        .submit("kr", KR_TO_EU, Stix.envelope(ids.stream().map(Stix::indicator).toList()))
        .then()
        .statusCode(202)
        .body("success_count", equalTo(count));
    return ids;
  }

  /// The date_added of the newest object there is.
  private String now() {
    String id = submitIndicators(1).getFirst();
    return gateway().object("eu", KR_TO_EU, id).header("X-TAXII-Date-Added-Last");
  }
}
