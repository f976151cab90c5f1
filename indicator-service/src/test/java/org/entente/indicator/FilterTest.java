package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// TAXII 2.1 §3.4: what each filter leaves, alone and combined, on every resource that has it.
@QuarkusTest
class FilterTest extends ServiceTest {
  private static final String V1 = "2026-11-01T00:00:00.000Z";
  private static final String V2 = "2026-11-02T00:00:00.000Z";
  private static final String V3 = "2026-11-03T00:00:00.000Z";

  private final String three = Stix.id("indicator");
  private final String one = Stix.id("indicator");
  private final String url = Stix.id("url");
  private String before = "";

  /// The largest version first and the smallest last, so that no order of addition helps.
  @BeforeEach
  void three_objects_and_five_versions() {
    String start = Stix.id("indicator");
    submit(Stix.indicator(start));
    before = gateway().object("eu", KR_TO_EU, start).header("X-TAXII-Date-Added-Last");
    submit(Stix.indicator(three, V3, Stix.GREEN, ""));
    submit(Stix.indicator(three, V2, Stix.GREEN, ""));
    submit(Stix.url(url, "https://a.example"));
    submit(Stix.indicator(one, V2, Stix.GREEN, ""));
    submit(Stix.indicator(three, V1, Stix.GREEN, ""));
  }

  @Test
  void version_picks_the_smallest_the_largest_all_or_exact_ones() {
    assertEquals(Set.of("three 3", "one 2", "url"), found(Map.of()));
    assertEquals(Set.of("three 3", "one 2", "url"), found("match[version]", "last"));
    assertEquals(Set.of("three 1", "one 2", "url"), found("match[version]", "first"));
    assertEquals(
        Set.of("three 1", "three 3", "one 2", "url"), found("match[version]", "first,last"));
    assertEquals(
        Set.of("three 1", "three 2", "three 3", "one 2", "url"), found("match[version]", "all"));
    assertEquals(Set.of("three 2", "one 2"), found("match[version]", V2));
    assertEquals(
        Set.of("three 1", "three 2", "one 2"),
        found("match[version]", "2026-11-01T00:00:00Z," + V2));
    assertEquals(
        Set.of("three 2", "three 3", "one 2", "url"), found("match[version]", "last," + V2));
  }

  @Test
  void fields_combine_with_and_values_with_or() {
    assertEquals(Set.of("url"), found("match[type]", "url"));
    assertEquals(Set.of("three 3", "one 2", "url"), found("match[type]", "url,indicator"));
    assertEquals(Set.of("three 3", "url"), found("match[id]", three + "," + url));
    assertEquals(
        Set.of("three 3"),
        found(Map.of("match[id]", three + "," + url, "match[type]", "indicator")));
    assertEquals(
        Set.of("three 1", "three 2", "three 3", "one 2"),
        found(Map.of("match[type]", "indicator", "match[version]", "all")));
    assertEquals(
        Set.of("three 1", "one 2"),
        found(Map.of("match[type]", "indicator", "match[version]", "first")));
    assertEquals(
        Set.of("three 2", "one 2"),
        found(Map.of("match[type]", "indicator,url", "match[version]", V2)));
    assertEquals(Set.of("three 2"), found(Map.of("match[id]", three, "match[version]", V2)));
    assertEquals(Set.of(), found(Map.of("match[id]", url, "match[type]", "indicator")));
  }

  @Test
  void an_observables_version_is_exactly_the_one_that_is_shown() {
    Response manifest = manifest(Map.of("match[id]", url));
    String shown = manifest.path("objects[0].version");

    assertEquals(manifest.path("objects[0].date_added"), shown);
    assertEquals(Set.of("url"), found(Map.of("match[id]", url, "match[version]", shown)));
    assertEquals(Set.of("url"), found("match[version]", shown));
  }

  @Test
  void a_spec_version_nobody_uses_leaves_nothing_and_the_usual_one_everything() {
    assertEquals(Set.of(), found("match[spec_version]", "2.0"));
    assertEquals(Set.of("three 3", "one 2", "url"), found("match[spec_version]", "2.0,2.1"));
  }

  @Test
  void a_type_nobody_has_stored_is_no_error() {
    for (String type : List.of("malware-analysis", "x-custom-thing", "extension-definition")) {
      Response page = objects(Map.of("match[type]", type));
      page.then().statusCode(200);
      assertEquals("{}", page.asString());
    }
  }

  @Test
  void brackets_and_commas_may_be_escaped_or_not() {
    String ids = three + "," + url;
    for (String query : List.of("match[id]=" + ids, "match%5Bid%5D=" + ids.replace(",", "%2C"))) {
      Response page =
          gateway().caller("eu").get("/v1/collections/" + KR_TO_EU + "/objects?" + query);
      assertEquals(2, page.<List<String>>path("objects.id").size(), query);
    }
  }

  @Test
  void one_object_has_version_and_spec_version_and_pages() {
    String path = "/v1/collections/" + KR_TO_EU + "/objects/" + three;
    Response page =
        gateway().caller("eu").queryParams(Map.of("match[version]", "all", "limit", 2)).get(path);
    assertEquals(List.of(V3, V2), page.<List<String>>path("objects.modified"));
    Response rest = gateway().caller("eu").queryParam("next", page.<String>path("next")).get(path);
    assertEquals(List.of(V1), rest.<List<String>>path("objects.modified"));
    assertNull(rest.path("more"));
    for (String nothing : List.of("match[spec_version]=2.0", "match[version]=" + before)) {
      gateway().caller("eu").get(path + "?" + nothing).then().statusCode(200).body(equalTo("{}"));
    }
  }

  @Test
  void versions_are_all_there_are_in_the_order_they_were_added() {
    String path = "/v1/collections/" + KR_TO_EU + "/objects/" + three + "/versions";
    Response all = gateway().caller("eu").get(path);
    assertEquals("{\"versions\":[\"" + V3 + "\",\"" + V2 + "\",\"" + V1 + "\"]}", all.asString());

    Response first = gateway().caller("eu").queryParam("limit", 1).get(path);
    Response next = gateway().caller("eu").queryParam("next", first.<String>path("next")).get(path);
    assertEquals(List.of(V3), first.<List<String>>path("versions"));
    assertEquals(List.of(V2, V1), next.<List<String>>path("versions"));
    gateway()
        .caller("eu")
        .queryParam("match[spec_version]", "2.0")
        .get(path)
        .then()
        .statusCode(200)
        .body(equalTo("{}"));
    gateway().caller("eu").get(path.replace(three, Stix.id("indicator"))).then().statusCode(404);
  }

  @Test
  void a_manifest_lists_what_objects_would_and_pages_alike() {
    for (Map<String, String> filters :
        List.of(
            Map.<String, String>of(),
            Map.of("match[version]", "all"),
            Map.of("match[version]", "all", "match[type]", "indicator"),
            Map.of("match[version]", "first,last"),
            Map.of("match[version]", "last," + V2),
            Map.of("match[id]", three + "," + url, "match[version]", "all"))) {
      assertEquals(pages(filters, "objects"), pages(filters, "manifest"), filters.toString());
    }
  }

  @Test
  void dates_are_on_every_listing_and_an_empty_page_stays_where_it_is() {
    String base = "/v1/collections/" + KR_TO_EU;
    for (String path :
        List.of("/objects", "/manifest", "/objects/" + url, "/objects/" + url + "/versions")) {
      Response page = gateway().caller("eu").queryParam("added_after", before).get(base + path);
      assertEquals(27, page.header("X-TAXII-Date-Added-First").length(), path);
      String last = page.header("X-TAXII-Date-Added-Last");
      Response empty =
          gateway().caller("eu").queryParam("added_after", "2999-01-01T00:00:00Z").get(base + path);
      assertEquals("{}", empty.asString(), path);
      assertEquals("2999-01-01T00:00:00.000000Z", empty.header("X-TAXII-Date-Added-First"));
      assertEquals("2999-01-01T00:00:00.000000Z", empty.header("X-TAXII-Date-Added-Last"));
      assertEquals(27, last.length(), path);
    }
    Response nothing = gateway().objects("eu", KR_TO_EU, Map.of("match[spec_version]", "2.0"));
    assertNull(nothing.header("X-TAXII-Date-Added-First"));
    assertNull(nothing.header("X-TAXII-Date-Added-Last"));
  }

  /// All pages of two rows each, as ids with their version and the headers' dates.
  private List<String> pages(Map<String, String> filters, String listing) {
    List<String> rows = new ArrayList<>();
    Map<String, Object> query = new HashMap<>(filters);
    query.put("added_after", before);
    query.put("limit", 2);
    Response page;
    do {
      page =
          gateway()
              .caller("eu")
              .queryParams(query)
              .get("/v1/collections/" + KR_TO_EU + "/" + listing);
      rows.addAll(page.<List<String>>path("objects.id"));
      rows.add(page.header("X-TAXII-Date-Added-First"));
      rows.add(page.header("X-TAXII-Date-Added-Last"));
      query = new HashMap<>(Map.of("limit", 2));
      if (page.path("next") != null) {
        query.put("next", page.path("next"));
      }
    } while (page.path("more") != null);
    return rows;
  }

  private Set<String> found(String name, String value) {
    return found(Map.of(name, value));
  }

  private Set<String> found(Map<String, String> filters) {
    Response page = objects(filters);
    page.then().statusCode(200);
    Set<String> found = new TreeSet<>();
    List<Map<String, String>> objects = page.path("objects");
    for (Map<String, String> object : objects == null ? List.<Map<String, String>>of() : objects) {
      String modified = object.get("modified");
      String name = Map.of(three, "three", one, "one", url, "url").get(object.get("id"));
      found.add(modified == null ? name : name + " " + modified.charAt(9));
    }
    assertEquals(objects == null ? 0 : objects.size(), found.size(), "nothing comes twice");
    return found;
  }

  private Response objects(Map<String, String> filters) {
    Map<String, String> query = new HashMap<>(filters);
    query.put("added_after", before);
    return gateway().objects("eu", KR_TO_EU, query);
  }

  private Response manifest(Map<String, String> filters) {
    return gateway()
        .caller("eu")
        .queryParams(filters)
        .get("/v1/collections/" + KR_TO_EU + "/manifest");
  }

  private void submit(String... objects) {
    gateway()
        .submit("kr", KR_TO_EU, Stix.envelope(Arrays.asList(objects)))
        .then()
        .statusCode(202)
        .body("success_count", equalTo(objects.length));
  }
}
