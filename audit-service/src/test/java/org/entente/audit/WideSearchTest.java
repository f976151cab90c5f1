package org.entente.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.entente.audit.search.SearchParameters;
import org.entente.audit.search.SearchQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches by what is in records and in no column, by value, and both ways along the log. */
@QuarkusTest
class WideSearchTest extends ServiceTest {

  private static final String EXAMPLE_COM = "domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7";

  @Inject DataSource pool;

  private final String object = "indicator--" + UUID.randomUUID();

  private JsonPath search(Object... query) {
    var request = auditor();
    for (var i = 0; i < query.length; i += 2) {
      request.queryParam(String.valueOf(query[i]), encoded(query[i + 1]));
    }
    return request.get("/v1/search").then().statusCode(200).extract().jsonPath();
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(String.valueOf(value), UTF_8);
  }

  private static List<String> keys(SampleRecord... samples) {
    return Stream.of(samples).map(sample -> sample.uid().toString()).toList();
  }

  @Test
  void purpose_and_marking_are_found_at_once() {
    var purpose = "purpose " + UUID.randomUUID();
    var amber = SampleRecord.fresh().forPurpose(purpose).marked("AMBER");
    var red = SampleRecord.fresh().forPurpose(purpose).marked("RED");
    appended(amber);
    appended(red);

    assertEquals(keys(red, amber), uids(search("purpose", purpose)));
    assertEquals(keys(red), uids(search("purpose", purpose, "marking", "RED")));
    assertEquals(keys(), uids(search("purpose", purpose, "marking", "GREEN")));
  }

  @Test
  void a_value_finds_the_object_whose_id_follows_from_it() {
    var domain = SampleRecord.fresh().about(EXAMPLE_COM);
    appended(domain);

    assertEquals(keys(domain), uids(search("value", "example[.]com", "limit", 1)));
    assertEquals(keys(domain), uids(search("value", EXAMPLE_COM, "limit", 1)));
  }

  @Test
  void a_secret_is_refused_and_the_record_of_it_does_not_keep_it() {
    var refused = "operation = 'log.search' AND code = 'QUERY_SECRET'";
    var before = recorded(refused);

    auditor()
        .queryParam("value", encoded("abandon ".repeat(11) + "about"))
        .get("/v1/search")
        .then()
        .statusCode(400)
        .body("code", equalTo("QUERY_SECRET"));

    assertEquals(before + 1, recorded(refused));
    assertEquals(
        before + 1, // a record without a query discloses none
        recorded(refused + " AND position('query_info' in convert_from(body, 'UTF8')) = 0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/search?from=yesterday",
        "/v1/search?limit=0",
        "/v1/search?outcome=lost",
        "/v1/exports?format=book"
      })
  void nor_does_it_when_something_else_is_wrong_with_the_query(String path) {
    var secret = encoded("abandon ".repeat(11) + "about");
    var request = auditor().queryParam("value", secret);

    (path.startsWith("/v1/search") ? request.get(path) : request.post(path))
        .then()
        .statusCode(400)
        .body("code", equalTo("QUERY_SECRET"));
  }

  @ParameterizedTest
  @CsvSource({
    "log.search, /v1/search?actor=",
    "log.search, /v1/search?object=",
    "log.search, /v1/search?purpose=x&party=",
    "log.search, /v1/search?party=kr&of-no-meaning=",
    "log.export, /v1/exports?actor="
  })
  void a_secret_is_refused_under_any_name(String operation, String path) {
    var address = path + encoded("abandon ".repeat(11) + "about");
    var refused = "operation = '" + operation + "' AND code = 'QUERY_SECRET'";
    var before = recorded(refused);

    (path.startsWith("/v1/search") ? auditor().get(address) : auditor().post(address))
        .then()
        .statusCode(400)
        .body("code", equalTo("QUERY_SECRET"));

    assertEquals(before + 1, recorded(refused));
    assertEquals(0, queriesOfTheNewest(refused));
  }

  @ParameterizedTest
  @CsvSource({"log.gaps, /v1/gaps?client=", "http.unknown, /v2?x="})
  void nor_is_one_kept_that_nobody_read(String operation, String path) {
    var asked = "operation = '" + operation + "'";
    var before = recorded(asked);

    auditor().get(path + encoded("abandon ".repeat(11) + "about"));

    assertEquals(before + 1, recorded(asked));
    assertEquals(0, queriesOfTheNewest(asked));
  }

  /** How many the last such record has; the last of all may be a heartbeat. */
  private long queriesOfTheNewest(String such) {
    return recorded(
        "idx = (SELECT max(idx) FROM entry WHERE "
            + such
            + ") AND position('query_info' in convert_from(body, 'UTF8')) > 0");
  }

  @ParameterizedTest
  @CsvSource({
    "from, +10000-01-01T00:00:00Z",
    "to, +999999999-12-31T23:59:59Z",
    "from, 0000-12-31T23:59:59Z",
    "to, 9999-12-31T23:59:59-01:00"
  })
  void no_time_is_before_the_year_1_or_after_9999(String name, String time) {
    auditor()
        .queryParam(name, encoded(time))
        .get("/v1/search")
        .then()
        .statusCode(400)
        .body("code", equalTo("QUERY_INVALID"))
        .body("detail", startsWith(name));
  }

  /** However many there are: what an index has in order is read until there is enough. */
  @Test
  void who_saw_an_object_is_read_in_order_and_not_sorted() throws SQLException {
    var byId = new SearchParameters();
    byId.object = object;
    var byValue = new SearchParameters();
    byValue.value = object;
    for (var asked : List.of(byId, byValue)) {
      var condition = SearchQuery.of(asked).conditions().getFirst();
      var entries = condition.substring(condition.indexOf("SELECT"), condition.lastIndexOf(')'));
      var plan = plan(entries.replace("?", "'" + object + "'") + " ORDER BY idx DESC LIMIT 51");
      assertTrue(plan.contains("Scan Backward using entry_object_pkey"), plan);
    }
  }

  private String plan(String query) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off");
      var plan = new StringJoiner("\n");
      var rows = statement.executeQuery("EXPLAIN " + query);
      while (rows.next()) {
        plan.add(rows.getString(1));
      }
      connection.rollback();
      return plan.toString();
    }
  }

  @Test
  void a_search_is_planned_for_what_is_asked_however_often_it_was() throws SQLException {
    try (var connection = pool.getConnection();
        var row = connection.createStatement().executeQuery("SHOW plan_cache_mode")) {
      row.next();
      assertEquals("force_custom_plan", row.getString(1));
    }
  }

  @Test
  void pages_lead_both_ways_and_the_index_can_be_bounded() {
    var indices = new ArrayList<Long>();
    for (var i = 0; i < 5; i++) {
      indices.addFirst(appended(SampleRecord.fresh().about(object)).getLong("index"));
    }

    var newest = search("object", object, "limit", 2);
    var middle = search("object", object, "limit", 2, "before", newest.getLong("next"));
    var back = search("object", object, "limit", 2, "after", middle.getLong("previous"));

    assertNull(newest.get("previous"));
    assertEquals(indices.subList(2, 4), middle.getList("entries.index", Long.class));
    assertEquals(indices.subList(0, 2), back.getList("entries.index", Long.class));
    assertNull(back.get("previous"));
    assertEquals(indices.get(1), back.getLong("next"));
    var range = search("object", object, "first", indices.get(3), "last", indices.get(1));
    assertEquals(indices.subList(1, 4), range.getList("entries.index", Long.class));
  }

  @Test
  void what_a_form_left_empty_does_not_narrow() {
    var sample = SampleRecord.fresh().about(object);
    appended(sample);

    var found = search("object", object, "party", "", "outcome", "", "first", " ", "to", "");

    assertEquals(keys(sample), uids(found));
  }

  @Test
  void every_entry_is_counted_once_for_each_who_may_read_it() {
    for (var i = 0; i < 3; i++) {
      appended(SampleRecord.fresh().about(object).of("eu", "eu-feed"));
      search("object", object); // counts what is there
    }

    assertEquals(
        0,
        number(
            "SELECT (SELECT size FROM console_position) - sum(records) FROM access_minute"
                + " WHERE reader = '*'"));
    for (var table : List.of("access_minute", "access_hour")) {
      assertEquals(
          0,
          number(
              "SELECT (SELECT count(*) FROM entry_reader JOIN console_position ON idx < size"
                  + " WHERE reader = 'eu') - sum(records) FROM "
                  + table
                  + " WHERE reader = 'eu'"));
    }
  }
}
