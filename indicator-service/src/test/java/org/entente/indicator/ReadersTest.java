package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_JP;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.entente.stix.marking.Releasability;
import org.entente.stix.marking.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One partner, three agencies, one of them another's client, and roles: each reads its own rows.
@QuarkusTest
class ReadersTest extends ServiceTest {
  private static final String V1 = "2026-11-01T00:00:00.000Z";
  private static final List<String> PLACES =
      List.of(
          "jp/bank",
          "jp/jpcert",
          "jp/jpcert/analyst",
          "jp/npa",
          "jp/npa/analyst",
          "jp/npa/liaison");

  private final String id = Stix.id("indicator");

  @ParameterizedTest
  @CsvSource({
    "GREEN,        '',                                'BCcNnl'",
    "AMBER,        urn:entente:partner:jp,            'BCcNnl'",
    "AMBER,        urn:entente:agency:jp:npa,         'B--Nnl'",
    "AMBER_STRICT, urn:entente:agency:jp:npa,         '---Nnl'",
    "AMBER_STRICT, '',                                '------'",
    "RED,          urn:entente:agency:jp:npa,         '------'",
    "RED,          urn:entente:role:jp:npa:liaison,   '-----l'",
    "GREEN,        urn:entente:partner:us,            '------'",
  })
  void each_place_reads_what_level_and_recipients_let_it(Tlp tlp, String rel, String seenBy) {
    String claims = rel.isEmpty() ? "\"n\":1" : "\"rel\":[\"" + rel + "\"]";
    submit(Manifest.claiming(claims), Stix.indicator(id, V1, tlp.marking(), ""));

    assertEquals(seenBy, seen());
  }

  @Test
  void the_producer_is_told_which_clause_withholds_it_from_whom() {
    String claims = "\"rel\":[\"urn:entente:agency:jp:npa\"]";
    String strict = Tlp.AMBER_STRICT.marking();
    Response status = submit(Manifest.claiming(claims), Stix.indicator(id, V1, strict, ""));

    assertEquals(
        "stored, withheld from jp/jpcert, jp/jpcert/analyst, RECIPIENTS: the manifest names other"
            + " recipients; from jp/bank, TLP: its TLP level needs this reader to be named",
        status.<String>path("successes[0].message"));
  }

  @Test
  void an_object_says_itself_to_whom_it_is_releasable() {
    String extension = ",\"extensions\":{" + releasable("urn:entente:agency:jp:jpcert") + "}";
    submit(Manifest.fresh(), Stix.indicator(id, V1, Stix.GREEN, extension));

    assertEquals("-Cc---", seen());
  }

  @Test
  void a_marking_definition_says_it_for_all_objects_that_refer_to_it() {
    String marking = Stix.id("marking-definition");
    String both = Stix.GREEN + "\",\"" + marking;
    String object = Stix.indicator(id, V1, both, "");
    submit(Manifest.fresh(), object)
        .then()
        .body(
            "successes[0].message",
            equalTo(
                "stored, withheld from "
                    + String.join(", ", PLACES)
                    + ", MARKING_UNKNOWN: it has a marking that cannot be read here"));
    assertEquals("------", seen());

    submit(Manifest.fresh(), definition(marking, "urn:entente:role:jp:npa:analyst"));
    submit(Manifest.fresh(), object);
    assertEquals("----n-", seen());

    String other = Stix.id("marking-definition");
    String together =
        Stix.indicator(id, "2026-11-02T00:00:00.000Z", Stix.GREEN + "\",\"" + other, "");
    submit(Manifest.fresh(), together, definition(other, "urn:entente:agency:jp:npa"));
    assertEquals("B--Nnl", seen());
  }

  @Test
  void every_place_has_dates_without_gaps_of_its_own() {
    submit(Manifest.claiming("\"rel\":[\"urn:entente:agency:jp:jpcert\"]"), Stix.indicator(id));

    String there = read("jp/jpcert").header("X-TAXII-Date-Added-Last");
    assertEquals(there, read("jp/jpcert/analyst").header("X-TAXII-Date-Added-Last"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jp", "jp/nobody", "jp/npa/nobody", "jp/-/npa", "nobody", "eu/npa"})
  void a_place_nobody_configured_is_no_caller(String place) {
    int before = log().size();
    gateway()
        .caller(place)
        .get("/v1/collections")
        .then()
        .statusCode(403)
        .body("code", equalTo("CALLER_UNKNOWN"));

    JsonNode record = log().records().get(before);
    assertEquals(place.split("/", 2)[0], record.at("/actor/user/org/uid").asText());
  }

  @Test
  void a_record_names_the_place_beneath_the_partner() {
    int before = log().size();
    read("jp/npa/liaison");

    assertEquals("npa/liaison", log().records().get(before).at("/actor/user/org/ou_name").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:entente:partner:zz",
        "urn:entente:agency:jp:cia",
        "urn:entente:role:jp:npa:nobody"
      })
  void a_manifest_for_nobody_is_refused_before_anything_is_stored(String rel) {
    Manifest manifest = Manifest.claiming("\"rel\":[\"" + rel + "\"]");
    int before = log().size();
    submit(manifest, Stix.indicator(id))
        .then()
        .statusCode(422)
        .body("code", equalTo("RECIPIENT_UNKNOWN"))
        .body("detail", equalTo("nobody reads at " + rel));

    assertEquals(List.of(), log().recordsOf("taxii.addObjects.outcome", before));
    String message = submit(Manifest.fresh(), Stix.indicator(id)).path("successes[0].message");
    assertTrue(message == null, message);
  }

  @Test
  void an_agency_outside_a_collections_audience_does_not_know_of_it() {
    String elsewhere = "/v1/collections/" + org.entente.indicator.exchange.Exchange.KR_TO_EU;
    gateway().caller("jp/npa").get(elsewhere).then().statusCode(404);
    gateway().caller("kr").get(elsewhere).then().statusCode(200);
  }

  private String seen() {
    StringBuilder seen = new StringBuilder();
    String letters = "BCcNnl";
    for (int i = 0; i < PLACES.size(); i++) {
      boolean there = read(PLACES.get(i)).statusCode() == 200;
      seen.append(there ? letters.charAt(i) : '-');
    }
    return seen.toString();
  }

  private Response read(String place) {
    return gateway().object(place, KR_TO_JP, id);
  }

  private Response submit(Manifest manifest, String... objects) {
    byte[] body = Stix.envelope(objects).getBytes(StandardCharsets.UTF_8);
    return gateway().submit("kr", KR_TO_JP, manifest, body);
  }

  private static String definition(String marking, String to) {
    return """
    {"type":"marking-definition","spec_version":"2.1","id":"%s","created":"%s",
    "object_marking_refs":["%s"],"extensions":{%s}}\
    """
        .formatted(marking, V1, Stix.GREEN, releasable(to));
  }

  private static String releasable(String to) {
    return """
    "%s":{"extension_type":"property-extension","releasable_to":["%s"],"onward_release":"prohibited"}\
    """
        .formatted(Releasability.EXTENSION, to);
  }
}
