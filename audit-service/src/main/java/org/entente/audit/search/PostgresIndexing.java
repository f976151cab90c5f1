package org.entente.audit.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts and files entries in the order of their index, each exactly once: the position moves in
 * the transaction that counts, and is locked by it, so replicas take turns and a crash leaves
 * nothing half done.
 *
 * @param connection in no transaction
 */
record PostgresIndexing(Connection connection) {

  private static final String BEHIND =
      "SELECT log_state.size - position.size FROM log_state, console_position position"
          + " WHERE log_state.id = 1 AND position.id = 1";
  private static final String LOCK = "SELECT size FROM console_position WHERE id = 1 FOR UPDATE";
  private static final String POSITION = "SELECT size FROM console_position WHERE id = 1";
  private static final String SIZE = "SELECT size FROM log_state WHERE id = 1";
  private static final String MOVE = "UPDATE console_position SET size = ? WHERE id = 1";
  private static final String BODIES =
      "SELECT idx, body FROM entry WHERE idx >= ? AND idx < ? ORDER BY idx";
  private static final String FILE =
      """
      INSERT INTO entry_facet (kind, value, idx)
      SELECT * FROM unnest(?, ?, ?) ON CONFLICT DO NOTHING
      """;

  /** Readers are few and their rows many: found by skipping from one to the next. */
  private static final String SIGHTS =
      """
      WITH RECURSIVE reader AS (
        (SELECT reader FROM entry_reader ORDER BY reader LIMIT 1)
        UNION ALL
        SELECT (SELECT e.reader FROM entry_reader e WHERE e.reader > reader.reader
                ORDER BY e.reader LIMIT 1)
        FROM reader WHERE reader.reader IS NOT NULL
      ), span AS (
        SELECT idx, time_ms, party, outcome FROM entry WHERE idx >= ? AND idx < ?
      ), sight AS (
        SELECT '*' AS reader, span.* FROM span
        UNION ALL
        SELECT reader.reader, span.* FROM reader
          JOIN entry_reader sees ON sees.reader = reader.reader AND sees.idx >= ? AND sees.idx < ?
          JOIN span ON span.idx = sees.idx
      )
      """;

  private static final String MINUTES =
      SIGHTS
          + """
          INSERT INTO access_minute AS counted (reader, minute, party, outcome, records)
          SELECT reader, time_ms / 60000, party, outcome, count(*) FROM sight GROUP BY 1, 2, 3, 4
          ON CONFLICT (reader, minute, party, outcome)
          DO UPDATE SET records = counted.records + EXCLUDED.records
          """;
  private static final String HOURS =
      SIGHTS
          + """
          INSERT INTO access_hour AS counted
            (reader, hour, party, outcome, records, first_idx, last_idx)
          SELECT reader, time_ms / 3600000, party, outcome, count(*), min(idx), max(idx)
          FROM sight GROUP BY 1, 2, 3, 4
          ON CONFLICT (reader, hour, party, outcome)
          DO UPDATE SET records = counted.records + EXCLUDED.records,
                        first_idx = least(counted.first_idx, EXCLUDED.first_idx),
                        last_idx = greatest(counted.last_idx, EXCLUDED.last_idx)
          """;

  /** Entries counted so far. */
  long position() throws SQLException {
    return number(POSITION);
  }

  /**
   * Counts the next entries; returns how many there are still to do.
   *
   * @param most entries of one step
   */
  long step(int most) throws SQLException {
    if (number(BEHIND) == 0) {
      return 0; // a lock that changes nothing would still be a write
    }
    var automatic = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      var from = number(LOCK);
      var size = number(SIZE);
      var to = Math.min(size, from + most);
      if (to > from) {
        count(MINUTES, from, to);
        count(HOURS, from, to);
        file(from, to);
        move(to);
      }
      connection.commit();
      return size - to;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(automatic);
    }
  }

  private void count(String counting, long from, long to) throws SQLException {
    try (var insert = connection.prepareStatement(counting)) {
      insert.setLong(1, from);
      insert.setLong(2, to);
      insert.setLong(3, from);
      insert.setLong(4, to);
      insert.executeUpdate();
    }
  }

  private void file(long from, long to) throws SQLException {
    List<Object> kinds = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<Object> indices = new ArrayList<>();
    try (var select = connection.prepareStatement(BODIES)) {
      select.setLong(1, from);
      select.setLong(2, to);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var index = rows.getLong("idx");
          Facets.of(Facets.record(rows.getBytes("body")))
              .forEach((kind, value) -> {
                kinds.add(kind);
                values.add(value);
                indices.add(index);
              });
        }
      }
    }
    try (var insert = connection.prepareStatement(FILE)) {
      insert.setArray(1, connection.createArrayOf("text", kinds.toArray()));
      insert.setArray(2, connection.createArrayOf("text", values.toArray()));
      insert.setArray(3, connection.createArrayOf("int8", indices.toArray()));
      insert.executeUpdate();
    }
  }

  private void move(long to) throws SQLException {
    try (var update = connection.prepareStatement(MOVE)) {
      update.setLong(1, to);
      update.executeUpdate();
    }
  }

  private long number(String sql) throws SQLException {
    try (var select = connection.prepareStatement(sql);
        var row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
