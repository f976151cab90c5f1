package org.entente.audit.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.junit.jupiter.api.Test;

/** Rows that somebody altered do not keep a newer version from starting. */
class TotalsMigrationTest extends PostgresTest {

  private static final String BEFORE =
      Stream.of("1__log", "6__disclosure", "11__review", "12__reconciliation")
          .map(name -> TestLog.migration("V" + name + ".sql"))
          .collect(Collectors.joining());

  private static final String ROWS =
      """
      SET session_replication_role = replica;
      INSERT INTO reconciliation (idx, party, client, finding) VALUES
        (1, 'kr', 'c', convert_to('{"matched":7,"only_in_log":{"total":2}}', 'UTF8')),
        (2, 'kr', 'c', '\\xff'),
        (3, 'kr', 'c', '{"matched":'),
        (4, 'kr', 'c', '{"matched":"many"}'),
        (5, 'kr', 'c', '{"matched":1e99}'),
        (6, 'kr', 'c', convert_to(repeat('[', 1000000), 'UTF8'));
      SET session_replication_role = origin;
      """;

  @Test
  void what_cannot_be_read_has_zeros() throws Exception {
    var schema = "migrated_" + UUID.randomUUID().toString().replace('-', '_');
    var database = server.getDatabase("postgres", "postgres", Map.of("currentSchema", schema));
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema + ";" + BEFORE + ROWS);

      statement.execute(TestLog.migration("V14__withdrawn_and_totals.sql"));

      try (var row =
          statement.executeQuery(
              "SELECT string_agg(concat(matched, only_in_journal, only_in_log, differing), ' '"
                  + " ORDER BY idx) FROM reconciliation")) {
        row.next();
        assertEquals("7020 0000 0000 0000 0000 0000", row.getString(1));
      } finally {
        statement.execute("DROP SCHEMA " + schema + " CASCADE");
      }
    }
  }
}
