package org.entente.indicator.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.entente.indicator.ServiceTest;
import org.junit.jupiter.api.Test;

/// What a batch of keys costs: PostgreSQL's own account, among 60 000 objects of which the reader
/// has half.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills it
class LookupPlanTest extends ServiceTest {
  private static final UUID COLLECTION = UUID.fromString("22222222-2222-4333-8444-555555555555");
  private static final int OBJECTS = 60_000;
  private static final int KEYS = 1000;

  @Inject DataSource source;

  @Test
  void a_batch_is_one_probe_of_the_index_for_each_key() throws Exception {
    try (Connection connection = source.getConnection()) {
      fill(connection);

      JsonNode plan = explain(connection);

      List<String> nodes = plan.findValuesAsText("Node Type");
      assertEquals(
          List.of(), nodes.stream().filter("Seq Scan"::equals).toList(), plan.toPrettyString());
      // Half of the keys are another reader's, whose rows are not even met.
      assertEquals(KEYS / 2, rows(plan), plan.toPrettyString());
      assertTrue(plan.path("Shared Hit Blocks").asLong() < 60L * KEYS, plan.toPrettyString());
    }
  }

  private JsonNode explain(Connection connection) throws SQLException, IOException {
    UUID[] digests =
        IntStream.range(0, KEYS)
            .mapToObj(n -> KeyDigest.of("plan", "dns:" + n * 7 + ".example"))
            .toArray(UUID[]::new);
    LookupQuery query = LookupQuery.parse(Map.of(), Instant.now());
    Place place = new Place("plan", List.of(COLLECTION));
    String sql = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + PostgresHits.FIND;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      var asked = new PostgresHits.Asked(place, query, digests, 1 << 24);
      PostgresHits.bind(connection, statement, asked);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new ObjectMapper().readTree(rows.getString(1)).path(0).path("Plan");
      }
    }
  }

  /// Rows that the probes of the keys' index gave.
  private static long rows(JsonNode node) {
    boolean its =
        node.path("Index Name").asText().equals("lookup_key_pkey")
            && node.path("Index Cond").asText().contains("a.digest");
    double own =
        its ? node.path("Actual Rows").asDouble() * node.path("Actual Loops").asDouble() : 0;
    return Math.round(own) + node.path("Plans").valueStream().mapToLong(LookupPlanTest::rows).sum();
  }

  /// Even domains are one reader's, odd ones another's.
  private static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO collection VALUES ('%1$s', 'plan', 0);
          INSERT INTO submission (id, collection, partner, jti, manifest, manifest_sha256, body,
            caller, verified, record, received_at, claimed_at, state, kind)
          VALUES ('%1$s', '%1$s', 'plan2', 'plan2', '', '\\x01', '', '', '', '', 0, 0, 'received', 'objects');
          CREATE TEMPORARY TABLE made AS SELECT nextval('object_version_id') AS id, n,
            CASE WHEN n %% 2 = 0 THEN 'plan' ELSE 'other' END AS audience
            FROM generate_series(0, %2$d - 1) AS n;
          INSERT INTO object_version SELECT id, 'plan2', 'domain-name--' || n, '', '', 'domain-name',
            '\\x7b7d', '\\x00', '%1$s' FROM made;
          INSERT INTO release SELECT '%1$s', audience, n, id, '%1$s', 2, true, 'domain-name', '',
            true FROM made;
          INSERT INTO lookup_key SELECT substr(encode(sha256(convert_to(audience || E'\\n' || 'dns:'
            || n || '.example', 'UTF8')), 'hex'), 1, 32)::uuid, id, '%1$s', 3, 0,
            '-9223372036854775808', 9223372036854775807, false FROM made;
          ANALYZE release, object_version, lookup_key;
          """
              .formatted(COLLECTION, OBJECTS));
    }
  }
}
