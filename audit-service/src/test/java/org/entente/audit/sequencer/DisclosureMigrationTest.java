package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A log from before keeps its entries, and its actors are found where those of new ones are. */
class DisclosureMigrationTest extends PostgresTest {

  @Test
  void actors_move_to_the_table_they_can_be_erased_from() throws Exception {
    try (var connection = server.getPostgresDatabase().getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "CREATE SCHEMA from_before; SET LOCAL search_path = from_before");
      execute(connection, TestLog.migration("V1__log.sql"));
      execute(connection, TestLog.migration("V3__entry_reader.sql"));
      execute(
          connection,
          """
          INSERT INTO entry (idx, leaf_hash, body, sequenced_ms, time_ms,
                             party, actor, operation, outcome, code)
          SELECT n, decode(repeat('00', 32), 'hex'), '', 1, 1,
                 'kr', CASE n WHEN 0 THEN '-' ELSE 'kr-feed' END, 'x', 'allowed', '200'
          FROM generate_series(0, 1) AS n
          """);

      execute(connection, TestLog.migration("V6__disclosure.sql"));

      assertEquals(
          "1 kr-feed ",
          only(connection, "SELECT idx || ' ' || actor || ' ' || disclosures FROM disclosure"));
      assertEquals("2", only(connection, "SELECT count(*) FROM entry"));
      assertThrows(
          SQLException.class,
          () -> execute(connection, "UPDATE disclosure SET actor = 'eu-feed'"),
          "rows go or stay, they do not change");
      connection.rollback();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String only(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
