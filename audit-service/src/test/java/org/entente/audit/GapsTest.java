package org.entente.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers of a client the log does not have, and who is told. */
@QuarkusTest
class GapsTest extends ServiceTest {

  private final String client = "kr-" + UUID.randomUUID();

  @Test
  void what_is_missing_between_one_and_the_greatest_number_is_a_gap() {
    count(2, 3, 6, 6, 5, 9);

    var page = gaps("");

    assertEquals(List.of("1-1", "4-4", "7-8"), ranges(page));
    assertEquals(9, page.getLong("through"));
    assertNull(page.get("next"));
  }

  @Test
  void numbers_that_are_all_there_leave_no_gap_whatever_their_order() {
    count(3, 1, 2);

    assertEquals(List.of(), ranges(gaps("")));
  }

  @Test
  void a_range_of_entries_asks_about_their_numbers_only() {
    var first = count(1, 4);
    var second = count(7, 9);
    count(20);

    assertEquals(List.of("8-8"), ranges(gaps("&from=" + second + "&to=" + (second + 2))));
    assertEquals(List.of("2-3"), ranges(gaps("&to=" + (first + 2))));
  }

  @Test
  void a_number_that_arrived_outside_of_the_range_is_no_gap() {
    var first = count(1, 3);
    count(2);

    assertEquals(List.of(), ranges(gaps("&to=" + (first + 2))));
  }

  @Test
  void a_page_begins_behind_a_number() {
    count(2, 4);

    assertEquals(List.of("3-3"), ranges(gaps("&after=2")));
  }

  @Test
  void a_client_that_does_not_count_has_no_gaps() {
    assertEquals(List.of(), ranges(gaps("")));
    assertEquals(0, gaps("").getLong("through"));
  }

  @Test
  void the_numbers_of_an_unknown_client_are_nobodys() {
    appended(SampleRecord.fresh().of("kr", "-").numbered(5));

    var page = auditor().get("/v1/gaps?party=kr&client=-").then().extract().jsonPath();

    assertEquals(0, page.getLong("through"));
  }

  @Test
  void a_partys_auditor_asks_about_its_own_clients() {
    count(2);

    var own = auditorOf("kr").get("/v1/gaps?client=" + client);
    assertEquals(List.of("1-1"), ranges(own.then().statusCode(200).extract().jsonPath()));
    var ofOthers = auditorOf("eu").get("/v1/gaps?client=" + client);
    assertEquals(List.of(), ranges(ofOthers.then().statusCode(200).extract().jsonPath()));
    auditorOf("eu")
        .get("/v1/gaps?party=kr&client=" + client)
        .then()
        .statusCode(400)
        .body("code", equalTo("QUERY_INVALID"));
  }

  @Test
  void asking_is_recorded_before_it_is_answered() {
    gaps("");

    var page = auditor().get("/v1/search?operation=log.gaps&limit=1").then().extract().jsonPath();
    assertEquals("log.gaps", page.getString("entries[0].record.api.operation"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "party=kr",
        "client=kr-feed",
        "party=kr&client=",
        "party=kr&client=%00",
        "party=kr&client=kr-feed&from=-1",
        "party=kr&client=kr-feed&to=x",
        "party=kr&client=kr-feed&after=1234567890123456789"
      })
  void what_cannot_be_read_is_refused(String query) {
    auditor()
        .get("/v1/gaps?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("QUERY_INVALID"));
  }

  @Test
  void a_number_that_is_none_is_refused_when_it_is_recorded() {
    var sample = SampleRecord.fresh().of("kr", client).numbered(0);

    indicatorService()
        .request()
        .contentType("application/json")
        .body(sample.bytes())
        .post("/v1/entries")
        .then()
        .statusCode(422);
  }

  @Test
  void a_receipt_is_fetched_under_the_number_of_the_client_the_gateway_names() {
    var leaf = appended(SampleRecord.fresh()).getString("leaf");

    receipt(leaf, "kr", client, 2).then().statusCode(200);
    receipt(leaf, "eu", client, 4).then().statusCode(200); // Not the party it asks for.

    assertEquals(List.of("1-1"), ranges(gaps("")));
    assertEquals(2, gaps("").getLong("through"));
  }

  private Response receipt(String leaf, String party, String client, long number) {
    var caller =
        "{\"partner\":\"%s\",\"client\":\"%s\",\"client_seq\":\"%d\",\"client_seq_sha256\":\"%s\"}"
            .formatted(party, client, number, "d".repeat(43));
    var header = Base64.getUrlEncoder().withoutPadding().encodeToString(caller.getBytes(UTF_8));
    return gateway()
        .request()
        .header("Entente-Caller", header)
        .get("/v1/receipts/" + leaf + "?party=kr");
  }

  /** Records with these numbers; the index of the first. */
  private long count(long... numbers) {
    var first = -1L;
    for (var number : numbers) {
      var index = appended(SampleRecord.fresh().of("kr", client).numbered(number)).getLong("index");
      first = first < 0 ? index : first;
    }
    return first;
  }

  private JsonPath gaps(String more) {
    var answer = auditor().get("/v1/gaps?party=kr&client=" + client + more);
    return answer.then().statusCode(200).extract().jsonPath();
  }

  private static List<String> ranges(JsonPath page) {
    return page.<Map<String, Object>>getList("gaps").stream()
        .map(gap -> gap.get("first") + "-" + gap.get("last"))
        .toList();
  }
}
