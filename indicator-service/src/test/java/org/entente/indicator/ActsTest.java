package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.EU_TO_KR;
import static org.entente.indicator.exchange.Exchange.KR_TO_JP;
import static org.entente.indicator.exchange.Exchange.KR_WITH_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.indicator.exchange.InMemoryAuditService.Mood;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.submission.Recovery;
import org.entente.stix.marking.Tlp;
import org.junit.jupiter.api.Test;

/// A producer releases to more readers, or takes back: explicit, signed, in the log.
@QuarkusTest
class ActsTest extends ServiceTest {
  private static final String V1 = "2026-11-01T00:00:00.000Z";
  private static final String V2 = "2026-11-02T00:00:00.000Z";
  private static final String NPA = "urn:entente:agency:jp:npa";
  private static final String JPCERT = "urn:entente:agency:jp:jpcert";

  @Inject
  @SuppressWarnings("NullAway.Init") // Quarkus fills it
  Recovery recovery;

  private final String id = Stix.id("indicator");

  @Test
  void a_later_release_is_new_to_those_it_reaches_and_nothing_to_others() {
    submit(toNpa(), Stix.indicator(id));
    String before = date("jp/npa");

    act(release(id, "\"" + JPCERT + "\""))
        .then()
        .statusCode(202)
        .body("success_count", equalTo(1))
        .body("successes[0].message", equalTo("released to jp/jpcert, jp/jpcert/analyst"));

    assertTrue(date("jp/jpcert").compareTo(before) > 0);
    assertEquals(before, date("jp/npa"));
    assertTrue(seen("jp/jpcert/analyst"));
    act(release(id, "\"" + JPCERT + "\""))
        .then()
        .body("successes[0].message", equalTo("released before"));
  }

  @Test
  void a_release_goes_no_further_than_markings_allow() {
    submit(Manifest.fresh(), Stix.indicator(id, V1, Tlp.RED.marking(), ""));

    act(release(id, "\"" + NPA + "\""))
        .then()
        .body("failure_count", equalTo(1))
        .body("failures[0].message", startsWith("RELEASE_WITHHELD: jp/bank, jp/npa"));
    act(release(id, "\"urn:entente:role:jp:npa:liaison\""))
        .then()
        .body("success_count", equalTo(1));

    assertTrue(seen("jp/npa/liaison"));
    assertFalse(seen("jp/npa"));
  }

  @Test
  void a_withdrawal_takes_back_and_tells_those_who_had_it_and_nobody_else() {
    submit(toNpa(), Stix.indicator(id));
    String since = date("jp/npa");

    act(withdraw(id, "wrong host"))
        .then()
        .body("success_count", equalTo(1))
        .body(
            "successes[0].message",
            equalTo("withdrawn from jp/bank, jp/npa, jp/npa/analyst, jp/npa/liaison"));

    assertFalse(seen("jp/npa"));
    Response told = gateway().withdrawals("jp/npa", KR_TO_JP, Map.of("added_after", since));
    told.then()
        .body("withdrawals.id", equalTo(List.of(id)))
        .body("withdrawals[0].version", equalTo(V1))
        .body("withdrawals[0].reason", equalTo("wrong host"))
        .body("withdrawals[0].date_withdrawn", equalTo(told.header("X-TAXII-Date-Added-Last")));
    assertFalse(ids(gateway().withdrawals("jp/jpcert", KR_TO_JP, Map.of())).contains(id));
    act(withdraw(id, "again")).then().body("failures[0].message", startsWith("NOT_RELEASED"));
  }

  @Test
  void what_is_withdrawn_from_some_stays_with_the_others_and_may_come_back() {
    submit(Manifest.fresh(), Stix.indicator(id));
    act(
        "{\"act\":\"withdraw\",\"object\":\""
            + id
            + "\",\"to\":[\""
            + JPCERT
            + "\"],\"reason\":\"x\"}");

    assertFalse(seen("jp/jpcert"));
    assertTrue(seen("jp/npa"));
    String withdrawn =
        gateway().withdrawals("jp/jpcert", KR_TO_JP, Map.of()).header("X-TAXII-Date-Added-Last");
    act(release(id, "\"" + JPCERT + "\""));
    assertTrue(date("jp/jpcert").compareTo(withdrawn) > 0);
  }

  @Test
  void when_the_latest_version_is_withdrawn_the_one_before_it_is_the_latest() {
    submit(Manifest.fresh(), Stix.indicator(id));
    submit(Manifest.fresh(), Stix.indicator(id, V2, Stix.GREEN, ""));
    act(
        "{\"act\":\"withdraw\",\"object\":\"%s\",\"version\":\"%s\",\"reason\":\"x\"}"
            .formatted(id, V2));

    assertEquals(
        "{\"objects\":[" + Stix.indicator(id) + "]}",
        gateway().object("jp/npa", KR_TO_JP, id).asString());
  }

  @Test
  void what_was_taken_back_is_not_given_back_by_submitting_it_again() {
    String object = Stix.indicator(id);
    submitTo(KR_WITH_EU, Manifest.fresh(), object);
    String withdrawal = "{\"acts\":[" + withdraw(id, "wrong host") + "]}";
    gateway().act("kr", KR_WITH_EU, Manifest.fresh(), withdrawal);

    String told = submitTo(KR_WITH_EU, Manifest.fresh(), object).path("successes[0].message");

    assertTrue(told.startsWith("already present; it was withdrawn from "), told);
    gateway().object("eu", KR_WITH_EU, id).then().statusCode(404);
    String release = "{\"acts\":[" + release(id, "\"urn:entente:partner:eu\"") + "]}";
    gateway().act("kr", KR_WITH_EU, Manifest.fresh(), release);
    gateway().object("eu", KR_WITH_EU, id).then().statusCode(200);
  }

  @Test
  void withdrawals_are_paged_like_objects() {
    String other = Stix.id("indicator");
    submit(Manifest.fresh(), Stix.indicator(id), Stix.indicator(other));
    String since = date("jp/bank");
    act(withdraw(id, "x") + "," + withdraw(other, "y"));

    Map<String, String> first = Map.of("added_after", since, "limit", "1");
    Response page = gateway().withdrawals("jp/bank", KR_TO_JP, first);
    assertEquals(List.of(id), ids(page));
    Map<String, String> next = Map.of("limit", "1", "next", page.<String>path("next"));
    Response rest = gateway().withdrawals("jp/bank", KR_TO_JP, next);
    assertEquals(List.of(other), ids(rest));
    assertNull(rest.path("more"));
    gateway()
        .withdrawals("jp/npa", KR_TO_JP, next)
        .then()
        .statusCode(400)
        .body("code", equalTo("NEXT_INVALID"));
    gateway().objects("jp/bank", KR_TO_JP, next).then().statusCode(400);
    gateway().withdrawals("jp/bank", KR_TO_JP, Map.of("match[id]", id)).then().statusCode(400);
    gateway().withdrawals("kr", KR_TO_JP, Map.of()).then().statusCode(403);
  }

  @Test
  void the_same_manifest_twice_acts_once_and_is_answered_the_same() {
    submit(Manifest.fresh(), Stix.indicator(id));
    Manifest manifest = Manifest.fresh();
    String acts = "{\"acts\":[" + withdraw(id, "x") + "]}";
    Response first = gateway().act("kr", KR_TO_JP, manifest, acts);
    Response again = gateway().act("kr", KR_TO_JP, manifest, acts);

    assertEquals(first.asString(), again.asString());
    assertEquals("true", again.header("Idempotent-Replayed"));
    assertEquals(first.header("Audit-Receipt"), again.header("Audit-Receipt"));
    gateway()
        .caller("kr")
        .get("/v1/status/" + first.path("id"))
        .then()
        .body("successes[0].id", equalTo(id));
  }

  @Test
  void acts_that_were_received_when_the_log_went_away_are_carried_out_later() {
    submit(Manifest.fresh(), Stix.indicator(id));
    log().be(Mood.DOWN);
    act(withdraw(id, "x")).then().statusCode(503).body("code", equalTo("AUDIT_UNAVAILABLE"));

    log().be(Mood.UP);
    assertTrue(seen("jp/npa"));
    recovery.recover(Duration.ZERO);
    assertFalse(seen("jp/npa"));
  }

  @Test
  void the_log_names_only_what_the_whole_audience_has_or_had() {
    String open = Stix.id("indicator");
    submit(toNpa(), Stix.indicator(id));
    submit(Manifest.fresh(), Stix.indicator(open));
    int before = log().size();
    act(withdraw(id, "x") + "," + withdraw(open, "y"));

    List<JsonNode> outcome = log().recordsOf("release.act.outcome", before);
    assertEquals(1, outcome.getFirst().path("resources").size());
    assertEquals(open, outcome.getFirst().at("/resources/0/uid").asText());
    assertEquals(1, outcome.getFirst().at("/exchange/accepted").asInt());
    List<JsonNode> all = log().records();
    assertFalse(all.subList(before, all.size()).toString().contains(id));
    assertTrue(outcome.getFirst().at("/exchange/body_size").isMissingNode());
    assertEquals(3, outcome.getFirst().path("activity_id").asInt());
  }

  @Test
  void only_the_producers_own_objects_are_acted_on() {
    submit(Manifest.fresh(), Stix.indicator(id));

    gateway()
        .act("eu", EU_TO_KR, Manifest.fresh(), "{\"acts\":[" + withdraw(id, "x") + "]}")
        .then()
        .body("failures[0].message", startsWith("OBJECT_UNKNOWN"));
    gateway().act("jp/npa", KR_TO_JP, Manifest.fresh(), "{}").then().statusCode(403);
    assertTrue(seen("jp/npa"));
  }

  @Test
  void what_is_no_list_of_acts_is_refused_as_a_whole() {
    gateway()
        .act("kr", KR_TO_JP, Manifest.fresh(), "{\"acts\":[]}")
        .then()
        .statusCode(422)
        .body("code", equalTo("ACTS_INVALID"));
  }

  private static Manifest toNpa() {
    return Manifest.claiming("\"rel\":[\"" + NPA + "\"]");
  }

  private static String release(String object, String to) {
    return "{\"act\":\"release\",\"object\":\"%s\",\"to\":[%s],\"reason\":\"asked for\"}"
        .formatted(object, to);
  }

  private static String withdraw(String object, String reason) {
    return "{\"act\":\"withdraw\",\"object\":\"%s\",\"reason\":\"%s\"}".formatted(object, reason);
  }

  private Response act(String acts) {
    return gateway().act("kr", KR_TO_JP, Manifest.fresh(), "{\"acts\":[" + acts + "]}");
  }

  private Response submit(Manifest manifest, String... objects) {
    return submitTo(KR_TO_JP, manifest, objects);
  }

  private Response submitTo(String collection, Manifest manifest, String... objects) {
    byte[] body = Stix.envelope(objects).getBytes(StandardCharsets.UTF_8);
    return gateway().submit("kr", collection, manifest, body);
  }

  private boolean seen(String place) {
    return gateway().object(place, KR_TO_JP, id).statusCode() == 200;
  }

  private String date(String place) {
    return gateway().object(place, KR_TO_JP, id).header("X-TAXII-Date-Added-Last");
  }

  private static List<String> ids(Response withdrawals) {
    List<String> ids = withdrawals.then().statusCode(200).extract().path("withdrawals.id");
    return ids == null ? List.of() : ids;
  }
}
