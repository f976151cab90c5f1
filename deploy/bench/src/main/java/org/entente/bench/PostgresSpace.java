package org.entente.bench;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.entente.local.postgres.Postgres;

/**
 * The disk that a database takes at one moment. Two of them tell what was added in between costs.
 *
 * @param tables bytes of each table, out-of-line values and indexes included
 * @param indexes bytes of all indexes
 * @param journal bytes ever written to the server's write-ahead log, for all its databases
 */
record PostgresSpace(Map<String, Long> tables, long indexes, long journal) {

  private static final int NAMED_FROM_PERCENT = 4;
  private static final String TABLES =
      "SELECT relname, pg_total_relation_size(oid), pg_indexes_size(oid) FROM pg_class"
          + " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";
  private static final String JOURNAL =
      "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')";

  static PostgresSpace of(Postgres postgres, String database) {
    try (var connection = postgres.connect(database)) {
      return of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not answer", e);
    }
  }

  private static PostgresSpace of(Connection connection) throws SQLException {
    var tables = new TreeMap<String, Long>();
    long indexes = 0;
    try (var statement = connection.createStatement()) {
      for (var rows = statement.executeQuery(TABLES); rows.next(); ) {
        tables.put(rows.getString(1), rows.getLong(2));
        indexes += rows.getLong(3);
      }
      var journal = statement.executeQuery(JOURNAL);
      journal.next();
      return new PostgresSpace(Map.copyOf(tables), indexes, journal.getLong(1));
    }
  }

  /** What one of so many added since {@code before} takes, in all and in the larger tables. */
  String perUnitSince(PostgresSpace before, String unit, long added) {
    long all = sum() - before.sum();
    return String.format(
        Locale.ROOT,
        "kept of one %s, of %d: %d bytes, of it indexes %d (%s); write-ahead log %d bytes",
        unit,
        added,
        all / added,
        (indexes - before.indexes) / added,
        largest(before, all, added),
        (journal - before.journal) / added);
  }

  private String largest(PostgresSpace before, long all, long added) {
    return tables.keySet().stream()
        .sorted(Comparator.comparingLong((String table) -> grown(before, table)).reversed())
        .filter(table -> grown(before, table) * 100 >= all * NAMED_FROM_PERCENT)
        .map(table -> table + " " + grown(before, table) / added)
        .collect(joining(", "));
  }

  private long grown(PostgresSpace before, String table) {
    return tables.getOrDefault(table, 0L) - before.tables.getOrDefault(table, 0L);
  }

  private long sum() {
    return tables.values().stream().mapToLong(Long::longValue).sum();
  }
}
