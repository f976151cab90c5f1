package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.EU_TO_KR;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.entente.indicator.exchange.Gateway;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// TAXII 2.1 §5.2 and §5.7, and the question no standard answers: what may I do?
@QuarkusTest
class PermissionTest extends ServiceTest {
  private static final String BASE = "/v1/collections/";
  private static final String READING = "\"taxii.read\"";

  @Test
  void a_collection_answers_to_its_alias_and_always_says_its_id() {
    String id = Stix.id("indicator");
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(id))).then().statusCode(202);

    gateway()
        .caller("eu")
        .get(BASE + "korea")
        .then()
        .body("id", equalTo(KR_TO_EU))
        .body("alias", equalTo("korea"));
    for (String path : List.of("/objects/" + id, "/objects/" + id + "/versions")) {
      assertEquals(
          gateway().caller("eu").get(BASE + KR_TO_EU + path).asString(),
          gateway().caller("eu").get(BASE + "korea" + path).asString());
    }
    assertEquals(KR_TO_EU, log().records().getLast().path("exchange").path("collection").asText());
    gateway().caller("us").get(BASE + "korea").then().statusCode(404);
  }

  @Test
  void objects_are_added_by_the_id_that_was_signed() {
    gateway()
        .submit("kr", "korea", Stix.envelope(Stix.indicator(Stix.id("indicator"))))
        .then()
        .statusCode(404)
        .body("code", equalTo("COLLECTION_UNKNOWN"));
  }

  @Test
  void can_read_and_can_write_are_what_party_and_token_allow() {
    assertRights("eu", "\"taxii.read\",\"taxii.write\"", true, false);
    assertRights("kr", "\"taxii.read\",\"taxii.write\"", false, true);
    assertRights("kr", READING, false, false);
    assertRights("eu", "\"taxii.write\"", false, false);
  }

  @Test
  void a_deletion_is_answered_by_rights_before_anything_is_looked_at() {
    String all = "\"taxii.read\",\"taxii.write\"";
    String there = Stix.id("indicator");
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(there))).then().statusCode(202);
    for (String id : List.of(there, Stix.id("indicator"), "x")) {
      assertDeletion(delete("eu", all, id), 403, "AUTHZ_COLLECTION");
      assertDeletion(delete("kr", all, id), 403, "AUTHZ_COLLECTION");
      assertDeletion(delete("us", all, id), 404, "COLLECTION_UNKNOWN");
      assertDeletion(delete("kr", READING, id), 404, "COLLECTION_UNKNOWN");
    }
    String none = BASE + UUID.randomUUID() + "/objects/x";
    assertEquals(
        gateway().caller("us").delete(none).asString(), delete("us", all, there).asString());
    gateway().object("eu", KR_TO_EU, there).then().statusCode(200);
  }

  @Test
  void rights_name_audiences_levels_and_collections_and_nothing_that_was_released() {
    Response rights = gateway().caller("eu", READING).get("/v1/rights");

    rights
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("partner", equalTo("eu"))
        .body("client", equalTo("eu-feed"))
        .body("scopes", contains("taxii.read"))
        .body("audiences", contains("urn:entente:partner:eu"))
        .body("marking_levels", contains("tlp:clear", "tlp:green", "tlp:amber", "tlp:amber+strict"))
        .body("collections.find { it.id == '" + KR_TO_EU + "' }.can_read", equalTo(true))
        .body("collections.find { it.id == '" + EU_TO_KR + "' }.can_write", equalTo(false));
    assertEquals("rights.get", log().records().getLast().path("api").path("operation").asText());
    gateway().caller("jp", READING).get("/v1/rights").then().statusCode(403);
  }

  private void assertRights(String partner, String scopes, boolean read, boolean write) {
    gateway()
        .caller(partner, scopes)
        .get(BASE + KR_TO_EU)
        .then()
        .contentType(Gateway.TAXII)
        .body("can_read", equalTo(read))
        .body("can_write", equalTo(write));
  }

  private Response delete(String partner, String scopes, String id) {
    return gateway().caller(partner, scopes).delete(BASE + KR_TO_EU + "/objects/" + id);
  }

  private void assertDeletion(Response answer, int status, String code) {
    answer.then().statusCode(status).body("code", equalTo(code));
    var record = log().records().getLast();
    assertEquals("taxii.deleteObject", record.path("api").path("operation").asText());
    assertEquals(4, record.path("activity_id").asInt());
    assertEquals(code, record.path("status_detail").asText());
  }
}
