package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.entente.audit.disclosure.Disclosure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchTest extends ServiceTest {

  private JsonPath search(String query) {
    var answer = auditor().get("/v1/search?" + query).then();
    return answer.statusCode(200).contentType("application/json").extract().jsonPath();
  }

  /** Records of three accesses to one object, by two partners. */
  private List<SampleRecord> seen(String object) {
    var samples =
        List.of(
            SampleRecord.fresh().about(object),
            SampleRecord.fresh().about(object).of("eu", "eu-feed"),
            SampleRecord.fresh().about(object).of("eu", "eu-feed"));
    samples.forEach(this::appended);
    return samples;
  }

  @Test
  void who_saw_this_object_newest_first() {
    var object = "indicator--" + UUID.randomUUID();
    var samples = seen(object);

    var page = search("object=" + object);

    var expected = samples.reversed().stream().map(s -> s.uid().toString()).toList();
    assertEquals(expected, uids(page));
    assertNull(page.get("next"));
  }

  /** What the first disclosure of this name says in the newest entry found. */
  private static String disclosed(JsonPath page, String name) {
    return page.getList("entries[0].disclosures", String.class).stream()
        .map(Disclosure::parse)
        .filter(disclosure -> disclosure.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "party=eu",
        "actor=eu-feed",
        "party=eu&operation=taxii.getObjects&outcome=allowed",
        "party=eu&from=2026-11-22T15:10:01.123Z&to=2026-11-22T16:10:01.124%2B01:00"
      })
  void every_filter_narrows(String filter) {
    var object = "indicator--" + UUID.randomUUID();
    seen(object);

    assertEquals(2, uids(search("object=" + object + "&" + filter)).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "party=us",
        "outcome=denied",
        "operation=taxii.getStatus",
        "to=2026-11-22T15:10:01.123Z",
        "from=2026-11-22T15:10:01.124Z"
      })
  void what_does_not_fit_is_not_found(String filter) {
    var object = "indicator--" + UUID.randomUUID();
    seen(object);

    assertEquals(List.of(), uids(search("object=" + object + "&" + filter)));
  }

  @Test
  void pages_join_without_gap_or_repetition() {
    var object = "indicator--" + UUID.randomUUID();
    var samples = seen(object);
    var found = new ArrayList<String>();
    var before = "";

    do {
      var page = search("limit=1&object=" + object + before);
      found.addAll(uids(page));
      before = page.get("next") == null ? "" : "&before=" + page.getLong("next");
    } while (!before.isEmpty());

    assertEquals(samples.reversed().stream().map(s -> s.uid().toString()).toList(), found);
  }

  @Test
  void a_search_is_an_entry_itself_before_it_is_answered() {
    var marker = "indicator--" + UUID.randomUUID();

    var answer = auditor().get("/v1/search?object=" + marker).then().extract().asByteArray();
    var page = search("operation=log.search&limit=2");

    var own = page.getMap("entries[0].record");
    assertEquals(AUDITOR, disclosed(page, "uid"), own.toString());
    assertEquals("kr", page.getString("entries[0].record.actor.user.org.uid"));
    assertEquals("audit-service", page.getString("entries[0].record.metadata.product.name"));
    assertEquals("object=" + marker, disclosed(page, "query_string"));
    assertEquals(6005, page.getInt("entries[0].record.class_uid"));
    assertEquals(answer.length, page.getInt("entries[0].record.exchange.body_size"));
    assertNotNull(page.get("entries[0].record.actor.session._sd"));
  }

  @Test
  void records_come_back_byte_for_byte() {
    var sample = SampleRecord.fresh();
    var json = sample.json().replace("\"severity_id\":1", "\"severity_id\" :  1");
    indicatorService()
        .request()
        .contentType("application/json")
        .body(json.getBytes(StandardCharsets.UTF_8))
        .post("/v1/entries")
        .then()
        .statusCode(201);

    var answer = auditor().get("/v1/search?object=" + sample.object()).then().extract();

    var leaf = json.substring(0, json.indexOf('~'));
    assertTrue(answer.asString().contains("\"record\":" + leaf + ",\"disclosures\":["));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=x",
        "before=-1",
        "before=x",
        "from=yesterday",
        "to=2026-13-01T00:00:00Z",
        "outcome=perhaps",
        "party=%00"
      })
  void what_cannot_be_read_is_refused_and_recorded(String query) {
    var before = recorded("operation = 'log.search' AND code = 'QUERY_INVALID'");

    auditor()
        .get("/v1/search?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("QUERY_INVALID"));

    assertEquals(before + 1, recorded("operation = 'log.search' AND code = 'QUERY_INVALID'"));
  }

  @Test
  void another_actor_put_beside_an_entry_is_not_shown() {
    var sample = SampleRecord.fresh();
    var index = appended(sample).getLong("index");
    var foreign = SampleRecord.fresh().of("kr", "eu-feed").disclosures().getFirst().text();
    var address = sample.disclosures().getLast().text();

    tamper(
        "UPDATE disclosure SET actor = 'eu-feed', disclosures = '%s~%s~' WHERE idx = %d"
            .formatted(foreign, address, index));
    var page = search("object=" + sample.object());

    assertEquals(List.of(address), page.getList("entries[0].disclosures"));
  }

  @Test
  void an_altered_entry_is_shown_as_such_and_proves_nothing() {
    var sample = SampleRecord.fresh();
    var appended = appended(sample);
    var index = appended.getLong("index");
    var altered = sample.leaf().replace("\"uid\":\"kr\"", "\"uid\":\"eu\"");

    tamper("UPDATE entry SET body = '" + altered + "' WHERE idx = " + index);
    var page = search("object=" + sample.object());
    var receipt = auditor().get("/v1/receipts/" + appended.getString("leaf"));
    tamper("UPDATE entry SET body = '" + sample.leaf() + "' WHERE idx = " + index);

    assertNull(page.get("entries[0].record"));
    var shown = Base64.getDecoder().decode(page.getString("entries[0].altered"));
    assertEquals(altered, new String(shown, StandardCharsets.UTF_8));
    assertEquals(500, receipt.statusCode());
    assertEquals("LOG_CORRUPT", receipt.jsonPath().getString("code"));
  }
}
