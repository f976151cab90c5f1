package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Korea warns the EU, the third party is not told, and its auditors do not learn of it. */
@QuarkusTest
class VisibilityTest extends ServiceTest {

  private final String object = "indicator--" + UUID.randomUUID();

  private SampleRecord read(String party, String collection) {
    return SampleRecord.fresh()
        .about(object)
        .of(party, party + "-feed")
        .within(collection)
        .givenTo(party);
  }

  private List<String> found(String party, String filter) {
    var query = "/v1/search?object=" + object + filter;
    return uids(auditorOf(party).get(query).then().statusCode(200).extract().jsonPath());
  }

  private static List<String> keys(SampleRecord... samples) {
    return Stream.of(samples).map(sample -> sample.uid().toString()).toList();
  }

  @Test
  void reader_and_producer_find_a_read_and_a_third_party_does_not() {
    var read = read("eu", Exchange.KR_TO_EU);
    appended(read);

    assertEquals(keys(read), found("eu", ""));
    assertEquals(keys(read), found("kr", ""));
    assertEquals(List.of(), found(Exchange.THIRD, ""));
  }

  @Test
  void readers_of_one_collection_do_not_find_each_others_reads() {
    var ours = read("eu", Exchange.KR_TO_BOTH);
    var theirs = read(Exchange.THIRD, Exchange.KR_TO_BOTH);
    appended(ours);
    appended(theirs);

    assertEquals(keys(ours), found("eu", ""));
    assertEquals(keys(theirs), found(Exchange.THIRD, ""));
    assertEquals(keys(theirs, ours), found("kr", ""));
  }

  @Test
  void what_the_whole_audience_was_given_all_of_it_finds() {
    var outcome =
        SampleRecord.fresh()
            .about(object)
            .within(Exchange.KR_TO_BOTH)
            .doing("taxii.addObjects.outcome");
    appended(outcome);

    assertEquals(keys(outcome), found("eu", ""));
    assertEquals(keys(outcome), found(Exchange.THIRD, "&party=kr&outcome=allowed"));
  }

  @Test
  void how_often_a_client_asks_is_shown_to_its_own_party_and_joint_auditors_only() {
    var read = read("eu", Exchange.KR_TO_EU).numbered(17);
    var act = SampleRecord.fresh().about(object).within(Exchange.KR_TO_EU);
    appended(read);
    appended(act.doing("taxii.addObjects").numbered(18));

    assertEquals(List.of(false, true), numbersShown(auditorOf("eu")));
    assertEquals(List.of(true, false), numbersShown(auditorOf("kr")));
    assertEquals(List.of(true, true), numbersShown(auditor()));
  }

  /** For each entry found, whether three things are disclosed beside it and not two. */
  private List<Boolean> numbersShown(RequestSpecification auditor) {
    var query = "object=" + object;
    var found = auditor.get("/v1/search?" + query).then().statusCode(200).extract().jsonPath();
    return found.<List<String>>getList("entries.disclosures").stream()
        .map(shown -> shown.size() == 3)
        .toList();
  }

  @Test
  void the_joint_auditor_finds_all() {
    var read = read("eu", Exchange.KR_TO_EU);
    var stranger = SampleRecord.fresh().about(object).of("-", "-");
    appended(read);
    appended(stranger);

    var page = auditor().get("/v1/search?object=" + object).then().extract().jsonPath();

    assertEquals(keys(stranger, read), uids(page));
  }

  @Test
  void pages_are_full_and_end_where_the_last_visible_entry_is() {
    var visible = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      appended(read("eu", Exchange.KR_TO_EU));
      var ours = read(Exchange.THIRD, Exchange.KR_TO_BOTH);
      appended(ours);
      visible.addFirst(ours.uid().toString());
    }
    appended(read("eu", Exchange.KR_TO_EU));
    var found = new ArrayList<String>();
    var sizes = new ArrayList<Integer>();
    var before = "";

    do {
      var query = "/v1/search?limit=2&object=" + object + before;
      var page = auditorOf(Exchange.THIRD).get(query).then().extract().jsonPath();
      found.addAll(uids(page));
      sizes.add(uids(page).size());
      before = page.get("next") == null ? "" : "&before=" + page.getLong("next");
    } while (!before.isEmpty());

    assertEquals(visible, found);
    assertEquals(List.of(2, 2, 1), sizes);
  }

  @Test
  void without_any_filter_a_party_still_finds_nothing_that_is_not_its_own() {
    appended(read("eu", Exchange.KR_TO_EU));

    var page = auditorOf(Exchange.THIRD).get("/v1/search?limit=200").then().extract().jsonPath();

    var parties = page.getList("entries.record.actor.user.org.uid", String.class);
    assertFalse(parties.contains("eu"), parties.toString());
  }

  @Test
  void an_export_is_its_partys_to_know_and_nobody_elses() {
    var before = exports("eu");
    var others = exports(Exchange.THIRD);

    auditorOf("eu").post("/v1/exports?format=jsonl&limit=1").then().statusCode(200);
    client("eu", "eu-feed").request().post("/v1/exports").then().statusCode(401);
    indicatorService().request().post("/v1/exports").then().statusCode(403);

    assertEquals(before + 2, exports("eu"));
    assertEquals(others, exports(Exchange.THIRD));
  }

  private int exports(String party) {
    var query = "/v1/search?limit=200&operation=log.export";
    return uids(auditorOf(party).get(query).then().extract().jsonPath()).size();
  }

  @Test
  void a_receipt_of_what_a_party_may_not_read_does_not_exist_for_its_auditors() {
    var leaf = appended(read("eu", Exchange.KR_TO_EU)).getString("leaf");
    var denied = recorded("operation = 'receipt.get' AND party = 'us' AND outcome = 'denied'");

    auditorOf("eu").get("/v1/receipts/" + leaf).then().statusCode(200);
    auditorOf("kr").get("/v1/receipts/" + leaf).then().statusCode(200);
    for (var stage : List.of("", "?stage=witnessed")) {
      auditorOf(Exchange.THIRD)
          .get("/v1/receipts/" + leaf + stage)
          .then()
          .statusCode(404)
          .body("code", equalTo("RECEIPT_UNKNOWN"));
    }

    assertEquals(
        denied + 2, recorded("operation = 'receipt.get' AND party = 'us' AND outcome = 'denied'"));
  }

  @Test
  void what_is_no_leaf_and_what_may_not_be_read_are_answered_alike() {
    var leaf = appended(read("eu", Exchange.KR_TO_EU)).getString("leaf");
    var nobodys = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

    var withheld = auditorOf(Exchange.THIRD).get("/v1/receipts/" + leaf).asString();
    var unknown = auditorOf(Exchange.THIRD).get("/v1/receipts/" + nobodys).asString();

    assertEquals(unknown, withheld);
  }

  @Test
  void bundles_are_not_a_partys_to_read_and_the_refusal_says_what_is() {
    var refusal = "operation = 'log.getEntries' AND party = 'us' AND code = 'AUTHZ_ROLE'";
    appended(SampleRecord.fresh());
    var before = recorded(refusal);

    var answer = auditorOf(Exchange.THIRD).get("/tile/entries/000.p/1");

    assertEquals(403, answer.statusCode());
    assertTrue(answer.jsonPath().getString("detail").contains("joint auditor"), answer.asString());
    assertEquals(before + 1, recorded(refusal));
  }

  @Test
  void nobodys_own_identity_provider_makes_it_a_joint_auditor() {
    var eu = exchange.issuer().realm("eu");
    var caller = client("eu", AUDITOR);
    var token =
        eu.auditorToken(AUDITOR, caller.certificate().credential())
            .withRoles("auditor", "joint-auditor");
    var theirs = read(Exchange.THIRD, Exchange.KR_TO_BOTH);
    appended(theirs);

    var bearing = caller.bearing(eu.sign(token));

    assertEquals(
        List.of(), uids(bearing.get("/v1/search?object=" + object).then().extract().jsonPath()));
    assertEquals(403, caller.bearing(eu.sign(token)).get("/tile/entries/000.p/1").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"auditor", "joint-auditor"})
  void a_listed_client_needs_both_roles(String only) {
    var token = exchange.issuer().realm("kr").sign(auditorToken().withRoles(only));

    client("kr", AUDITOR).bearing(token).get("/tile/entries/000.p/1").then().statusCode(403);
  }
}
