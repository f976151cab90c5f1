package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_ALL;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.taxii.TaxiiTime;
import org.junit.jupiter.api.Test;

/// P6: what is withheld is indistinguishable from what does not exist.
@QuarkusTest
class WithholdingTest extends ServiceTest {
  private static final String V1 = "2026-11-01T00:00:00.000Z";
  private static final String V2 = "2026-11-02T00:00:00.000Z";

  private static final String V3 = "2026-11-03T00:00:00.000Z";

  private final String secret = Stix.id("indicator");
  private final String first = Stix.id("indicator");
  private final String last = Stix.id("indicator");

  @Test
  void a_withheld_object_shows_in_no_page_no_count_no_date() {
    String before = newest();
    submitAround(Stix.indicator(secret, V1, Stix.RED, ""));

    Response page = gateway().objects("eu", KR_TO_EU, Map.of("added_after", before, "limit", 2));

    assertEquals(List.of(first, last), page.<List<String>>path("objects.id"));
    assertNull(page.path("more"));
    assertNull(page.path("next"));
    assertEquals(
        1,
        micros(page.header("X-TAXII-Date-Added-Last"))
            - micros(page.header("X-TAXII-Date-Added-First")));
  }

  @Test
  void asking_for_a_withheld_object_is_asking_for_nothing() {
    submitAround(Stix.indicator(secret, V1, Stix.RED, ""));

    Response withheld = gateway().object("eu", KR_TO_EU, secret);
    Response absent = gateway().object("eu", KR_TO_EU, Stix.id("indicator"));
    Response nonsense = gateway().object("eu", KR_TO_EU, "x%00'--");

    withheld.then().statusCode(404).body("code", equalTo("OBJECT_UNKNOWN"));
    assertEquals(absent.asString(), withheld.asString());
    assertEquals(absent.asString(), nonsense.asString());
    assertEquals(names(absent), names(withheld));
  }

  @Test
  void the_evidence_of_a_body_with_one_withheld_object_does_not_exist() {
    submitAround(Stix.indicator(secret, V1, Stix.RED, ""));

    for (String id : List.of(first, secret, Stix.id("indicator"))) {
      evidence("eu", id).then().statusCode(404).body("detail", equalTo("no such evidence"));
      assertEquals(
          id.equals(first) || id.equals(secret) ? 200 : 404, evidence("kr", id).statusCode());
    }
  }

  @Test
  void a_withheld_newer_version_leaves_the_older_one_in_place() {
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(secret, V1, Stix.GREEN, "")));
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(secret, V2, Stix.RED, "")));

    assertEquals(
        "{\"objects\":[" + Stix.indicator(secret, V1, Stix.GREEN, "") + "]}",
        gateway().object("eu", KR_TO_EU, secret).asString());
  }

  @Test
  void an_older_version_released_after_a_newer_one_is_not_the_latest() {
    Manifest nobody = Manifest.claiming("\"rel\":[\"urn:entente:partner:us\"]");
    String before = newest();
    String v1 = Stix.indicator(secret, V1, Stix.GREEN, "");
    String v2 = Stix.indicator(secret, V2, Stix.GREEN, "");
    submit(KR_TO_EU, nobody, v1);
    submit(KR_TO_EU, Manifest.fresh(), v2);
    submit(KR_TO_EU, Manifest.fresh(), v1).then().statusCode(202);

    Response page = gateway().objects("eu", KR_TO_EU, Map.of("added_after", before));
    assertEquals("{\"objects\":[" + v2 + "]}", page.asString());
    assertEquals(page.asString(), gateway().object("eu", KR_TO_EU, secret).asString());
  }

  @Test
  void withheld_versions_are_neither_first_nor_last_nor_any() {
    String before = newest();
    String shown = Stix.indicator(secret, V2, Stix.GREEN, "");
    submit(KR_TO_EU, Manifest.fresh(), Stix.indicator(secret, V1, Stix.RED, ""));
    submit(KR_TO_EU, Manifest.fresh(), shown);
    submit(KR_TO_EU, Manifest.fresh(), Stix.indicator(secret, V3, Stix.RED, ""));

    for (String version : List.of("first", "last", "all", "first,last", V2 + "," + V3)) {
      Map<String, String> query = Map.of("added_after", before, "match[version]", version);
      assertEquals(
          "{\"objects\":[" + shown + "]}", gateway().objects("eu", KR_TO_EU, query).asString());
      assertEquals(List.of(V2), listing("manifest", query).<List<String>>path("objects.version"));
    }
    assertEquals(
        "{\"versions\":[\"" + V2 + "\"]}",
        listing("objects/" + secret + "/versions", Map.of()).asString());
    Map<String, String> hidden = Map.of("added_after", before, "match[version]", V3);
    assertEquals("{}", gateway().objects("eu", KR_TO_EU, hidden).asString());
  }

  @Test
  void every_view_of_a_withheld_object_is_the_view_of_none() {
    submitAround(Stix.indicator(secret, V1, Stix.RED, ""));
    String absent = Stix.id("indicator");

    for (String path :
        List.of(
            "objects/%s",
            "objects/%s/versions",
            "objects/%s?match[version]=all",
            "objects?match[id]=%s&match[version]=all",
            "manifest?match[id]=%s",
            "manifest?match[id]=%s," + first + "&limit=1&match[version]=all")) {
      Response withheld = listing(path.formatted(secret), Map.of());
      Response none = listing(path.formatted(absent), Map.of());
      assertEquals(none.asString(), withheld.asString(), path);
      assertEquals(none.statusCode(), withheld.statusCode(), path);
      assertEquals(names(none), names(withheld), path);
    }
  }

  @Test
  void pages_of_a_manifest_end_where_the_released_end() {
    String before = newest();
    submitAround(Stix.indicator(secret, V1, Stix.RED, ""));
    submitAround(Stix.indicator(Stix.id("indicator"), V1, Stix.RED, ""));

    Response page = listing("manifest", Map.of("added_after", before, "limit", 2));

    assertEquals(List.of(first, last), page.<List<String>>path("objects.id"));
    assertNull(page.path("more"));
    assertNull(page.path("next"));
  }

  @Test
  void granular_markings_lift_the_whole_object() {
    String lifted =
        ",\"granular_markings\":[{\"selectors\":[\"name\"],\"marking_ref\":\"" + Stix.RED + "\"}]";
    submitAround(Stix.indicator(secret, V1, Stix.GREEN, lifted));

    gateway().object("eu", KR_TO_EU, secret).then().statusCode(404);
  }

  @Test
  void named_recipients_see_it_and_the_others_do_not() {
    Manifest onlyUs = Manifest.claiming("\"rel\":[\"urn:entente:partner:us\"]");
    submit(KR_TO_ALL, onlyUs, Stix.indicator(secret));

    gateway().object("us", KR_TO_ALL, secret).then().statusCode(200);
    gateway().object("eu", KR_TO_ALL, secret).then().statusCode(404);
  }

  @Test
  void a_level_claimed_for_the_whole_submission_counts() {
    Manifest red = Manifest.claiming("\"tlp\":\"red\"");
    Response status = submit(KR_TO_EU, red, Stix.indicator(secret));

    status.then().body("success_count", equalTo(1));
    assertTrue(status.<String>path("successes[0].message").contains("withheld from eu, TLP"));
    gateway().object("eu", KR_TO_EU, secret).then().statusCode(404);
  }

  @Test
  void what_is_released_later_is_new_to_its_readers_and_tells_nothing_of_before() {
    String id = Stix.id("url");
    String object = Stix.url(id, "https://a.example");
    submit(KR_TO_ALL, Manifest.claiming("\"rel\":[\"urn:entente:partner:us\"]"), object);
    String between = newest();

    submit(KR_TO_ALL, Manifest.fresh(), object)
        .then()
        .body("successes[0].message", equalTo("already present"));

    Response late = gateway().object("eu", KR_TO_ALL, id);
    assertTrue(micros(late.header("X-TAXII-Date-Added-Last")) > micros(between));
    int index = log().size() - 1;
    assertEquals(
        late.header("X-TAXII-Date-Added-Last"),
        log().records().get(index).path("resources").path(0).path("version").asText());
  }

  private void submitAround(String object) {
    gateway()
        .submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(first), object, Stix.indicator(last)))
        .then()
        .statusCode(202)
        .body("success_count", equalTo(3));
  }

  private Response submit(String collection, Manifest manifest, String object) {
    byte[] body = Stix.envelope(object).getBytes(StandardCharsets.UTF_8);
    return gateway().submit("kr", collection, manifest, body);
  }

  private Response listing(String path, Map<String, ?> query) {
    return gateway()
        .caller("eu")
        .queryParams(query)
        .get("/v1/collections/" + KR_TO_EU + "/" + path);
  }

  private Response evidence(String partner, String id) {
    return gateway().caller(partner).get("/v1/evidence?collection=" + KR_TO_EU + "&object=" + id);
  }

  private String newest() {
    String id = Stix.id("indicator");
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(id)));
    return gateway().object("eu", KR_TO_EU, id).header("X-TAXII-Date-Added-Last");
  }

  private static List<String> names(Response answer) {
    return answer.headers().asList().stream().map(header -> header.getName()).sorted().toList();
  }

  private static long micros(String time) {
    return TaxiiTime.parse(time).orElseThrow();
  }
}
