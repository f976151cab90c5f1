package org.entente.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.entente.local.postgres.Postgres;

/**
 * Inserting rows of as many bytes into the same PostgreSQL, a batch each commit, into a table
 * without any index. One connection, because the services commit one batch at a time, too.
 */
record PostgresInsertFloor(Postgres postgres, String database) {

  private static final String INSERT =
      "INSERT INTO bench_floor SELECT ? + o, b FROM unnest(?::bytea[]) WITH ORDINALITY AS t(b, o)";

  /**
   * @param rows in one commit
   * @param size bytes of one row
   */
  Floor measure(Plan plan, int rows, int size) {
    byte[][] bytes = Stream.generate(() -> random(size)).limit(rows).toArray(byte[][]::new);
    Limit limit = Limit.of(plan.floor());
    try (Connection connection = postgres.connect(database)) {
      execute(connection, "CREATE TABLE bench_floor (id bigint, body bytea)");
      execute(connection, "ALTER TABLE bench_floor ALTER COLUMN body SET STORAGE EXTERNAL");
      ClosedLoop.run(1, limit, i -> insert(connection, (long) i * rows, bytes));
      Measured measured = ClosedLoop.run(1, limit, i -> insert(connection, (long) i * rows, bytes));
      execute(connection, "DROP TABLE bench_floor");
      return new Floor(
          String.format(Locale.ROOT, "rows of %d bytes inserted, %d a commit", size, rows),
          measured.rate(rows));
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not work", e);
    }
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }

  private static void insert(Connection connection, long first, byte[][] bytes) {
    try (var statement = connection.prepareStatement(INSERT)) {
      statement.setLong(1, first);
      statement.setArray(2, connection.createArrayOf("bytea", bytes));
      statement.executeUpdate(); // Commits.
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not insert", e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
