package org.entente.audit.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entente.audit.sequencer.PostgresTest;
import org.junit.jupiter.api.Test;

/** What somebody waits for ends. */
class PostgresRowsTest extends PostgresTest {

  @Test
  void a_statement_has_its_values_and_an_end() throws SQLException {
    var numbers = "SELECT n FROM generate_series(1, ?) AS n WHERE n = ANY (?) ORDER BY n";
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = PostgresRows.prepared(connection, numbers, 5, new Long[] {2L, 4L, 9L})) {
      assertEquals(10, statement.getQueryTimeout());
      PostgresRows.Row<Long> row = found -> found.getLong("n");
      Object even = new Long[] {2L, 4L, 9L};
      assertEquals(List.of(2L, 4L), PostgresRows.all(connection, numbers, row, 5, even));
      assertEquals(Optional.of(2L), PostgresRows.first(connection, numbers, row, 5, even));
      assertEquals(Optional.empty(), PostgresRows.first(connection, numbers, row, 1, even));
    }
  }
}
