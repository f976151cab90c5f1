package org.entente.indicator.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.paging.Filter;
import org.entente.indicator.paging.Filters;
import org.entente.indicator.paging.Listing;
import org.entente.indicator.paging.PageRequest;
import org.entente.indicator.paging.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a page costs: PostgreSQL's own account of the rows it touched, among 60 000. No filter may
/// make it read or sort more than a few pages, wherever the page lies, with a plan made for these
/// values or for any.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills it
class PlanTest extends ServiceTest {
  private static final UUID COLLECTION = UUID.fromString("11111111-2222-4333-8444-555555555555");
  private static final int ROWS = 60_000;
  private static final int LIMIT = 100;
  private static final int MOST_TOUCHED = 12 * LIMIT;
  private static final String BULK = "2026-01-01T00:00:00.";

  @Inject DataSource source;

  /// Each kind of filter, alone and in the combinations that share an index.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "VERSION=first",
        "VERSION=first,last",
        "VERSION=all",
        "VERSION=2026-01-01T00:00:00.",
        "VERSION=2026-01-01T00:00:00.,last",
        "TYPE=indicator",
        "TYPE=x-rare,url",
        "TYPE=indicator,url VERSION=all",
        "TYPE=indicator VERSION=2026-01-01T00:00:00.",
        "ID=7,20000,59999",
        "ID=7,20000,59998 VERSION=all"
      })
  void a_page_touches_a_few_pages_of_rows_wherever_it_lies(String asked) throws Exception {
    for (Listing listing : List.of(Listing.OBJECTS, Listing.MANIFEST)) {
      for (long after : new long[] {-1, ROWS, 2 * (ROWS - 2 * LIMIT)}) {
        requireCheap(
            new PageRequest(Place.of("plan", COLLECTION, listing), filters(asked), LIMIT, after));
      }
    }
  }

  private static Filters filters(String text) {
    Map<Filter, List<String>> filters = new EnumMap<>(Filter.class);
    for (String part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      String[] sides = part.split("=", -1);
      Stream<String> values = Stream.of(sides[1].split(",", -1));
      Filter filter = Filter.valueOf(sides[0]);
      filters.put(
          filter,
          (filter == Filter.ID ? values.map(n -> id(Integer.parseInt(n))) : values).toList());
    }
    return new Filters(filters);
  }

  @ParameterizedTest
  @EnumSource(names = {"OBJECT", "VERSIONS"})
  void one_object_touches_its_own_versions(Listing listing) throws Exception {
    Place place = new Place("plan", COLLECTION, listing, id(20_000));
    requireCheap(new PageRequest(place, new Filters(Map.of()), LIMIT, -1));
  }

  @Test
  void whether_an_object_is_there_touches_its_own_versions() throws Exception {
    Place place = new Place("plan", COLLECTION, Listing.OBJECT, id(20_000));
    requireCheap(ReleaseScan.any(place, "plan"));
  }

  private void requireCheap(PageRequest page) throws SQLException, IOException {
    requireCheap(PostgresReleases.page(page, "plan", "o.stix_id", Long.MAX_VALUE));
  }

  private void requireCheap(Sql sql) throws SQLException, IOException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      fill(statement);
      for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
        JsonNode plan = explain(statement, mode, sql);
        assertEquals(
            List.of(),
            plan.findValuesAsText("Node Type").stream().filter("Seq Scan"::equals).toList(),
            plan.toPrettyString());
        assertTrue(touched(plan) <= MOST_TOUCHED, () -> touched(plan) + plan.toPrettyString());
      }
    }
  }

  /// Rows that scans gave on or threw away.
  private static long touched(JsonNode node) {
    long own = 0;
    if (node.path("Node Type").asText().endsWith("Scan") && node.has("Relation Name")) {
      double rows = node.path("Actual Rows").asDouble();
      rows += node.path("Rows Removed by Filter").asDouble();
      rows += node.path("Rows Removed by Index Recheck").asDouble();
      own = Math.round(rows * node.path("Actual Loops").asDouble());
    }
    return own + node.path("Plans").valueStream().mapToLong(PlanTest::touched).sum();
  }

  private static JsonNode explain(Statement statement, String mode, Sql sql)
      throws SQLException, IOException {
    statement.execute("DEALLOCATE ALL; SET plan_cache_mode = " + mode);
    String types = list(sql, PlanTest::type);
    String values = list(sql, PlanTest::literal);
    statement.execute("PREPARE asked (" + types + ") AS " + numbered(sql.text()));
    try (ResultSet rows =
        statement.executeQuery("EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked (" + values + ")")) {
      rows.next();
      return new ObjectMapper().readTree(rows.getString(1)).path(0).path("Plan");
    } finally {
      statement.execute("RESET plan_cache_mode");
    }
  }

  private static String list(Sql sql, Function<Object, String> part) {
    return sql.values().stream().map(part).collect(Collectors.joining(", "));
  }

  private static String numbered(String text) {
    StringBuilder numbered = new StringBuilder();
    int number = 0;
    for (String part : text.split("\\?", -1)) {
      numbered.append(number == 0 ? "" : "$" + number).append(part);
      number++;
    }
    return numbered.toString();
  }

  private static String type(Object value) {
    return switch (value) {
      case UUID _ -> "uuid";
      case Long _ -> "bigint";
      case Boolean _ -> "boolean";
      case List<?> _ -> "text[]";
      default -> "text";
    };
  }

  private static String literal(Object value) {
    return switch (value) {
      case Long number -> number.toString();
      case Boolean truth -> truth.toString();
      case List<?> texts ->
          texts.stream()
              .map(PlanTest::literal)
              .collect(Collectors.joining(",", "ARRAY[", "]::text[]"));
      default -> "'" + value + "'";
    };
  }

  private static String id(int number) {
    return "indicator--00000000-0000-4000-8000-" + String.format("%012d", number);
  }

  /// Every fifth object has two versions; half of all versions were made in one second.
  private static void fill(Statement statement) throws SQLException {
    try (ResultSet there =
        statement.executeQuery("SELECT 1 FROM release WHERE audience = 'plan' LIMIT 1")) {
      if (there.next()) {
        return;
      }
    }
    statement.execute(
        """
        INSERT INTO collection VALUES ('%1$s', 'plan', 0);
        INSERT INTO submission (id, collection, partner, jti, manifest, manifest_sha256, body, caller,
          verified, record, received_at, claimed_at, state, kind)
        VALUES ('%1$s', '%1$s', 'plan', 'plan', '', '\\x00', '', '', '', '', 0, 0, 'received', 'objects');
        CREATE TEMPORARY TABLE made AS SELECT nextval('object_version_id') AS id, n, version,
          CASE WHEN n %% 1000 = 1 THEN 'x-rare' WHEN n %% 10 = 2 THEN 'url' ELSE 'indicator' END AS type,
          'indicator--00000000-0000-4000-8000-' || lpad(n::text, 12, '0') AS stix_id,
          CASE WHEN n %% 2 = 0 THEN '%2$s' ELSE to_char(timestamp '2026-01-02' + n * interval '1 second'
            + version * interval '1 year', 'YYYY-MM-DD"T"HH24:MI:SS.') END AS text
          FROM generate_series(1, %3$d) AS n, generate_series(1, 1 + (n %% 5 = 3)::int) AS version;
        INSERT INTO object_version SELECT id, 'plan', stix_id, text || version, text, type, '\\x7b7d',
          '\\x00', '%1$s' FROM made;
        INSERT INTO release SELECT '%1$s', 'plan', n * 2 + version, id, '%1$s', 2, version = 1 + (n %% 5 = 3)::int,
          type, text, version = 1 FROM made;
        ANALYZE release;
        ANALYZE object_version;
        """
            .formatted(COLLECTION, BULK, ROWS));
  }
}
