package org.entente.audit.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.entente.audit.tree.PostgresRows;

/**
 * Between which indices the entries of a time are. The log is in order of arrival, records tell
 * their own time: each hour's first and last index are known, so a search for last year's hour need
 * not walk what came since.
 *
 * @param above all are greater
 * @param below all are smaller
 */
record PostgresBounds(long above, long below) {

  private static final long HOUR_MS = 3_600_000;
  private static final PostgresBounds NONE = new PostgresBounds(-1, Long.MAX_VALUE);
  private static final String SPAN =
      """
      SELECT min(first_idx) - 1, max(last_idx) + 1 FROM access_hour
      WHERE reader = '*' AND hour >= ? AND hour <= ?
      """;

  /** None while entries are uncounted, which could be of any time. */
  static PostgresBounds of(Connection connection, SearchQuery query, long size)
      throws SQLException {
    if (query.whenever() || new PostgresIndexing(connection).position() < size) {
      return NONE;
    }
    return PostgresRows.first(
            connection,
            SPAN,
            PostgresBounds::of,
            Math.floorDiv(query.fromMs(), HOUR_MS),
            Math.floorDiv(query.toMs(), HOUR_MS))
        .orElseThrow();
  }

  /** No row of that time at all: no entry either. */
  private static PostgresBounds of(ResultSet row) throws SQLException {
    return row.getObject(1) == null
        ? new PostgresBounds(-1, 0)
        : new PostgresBounds(row.getLong(1), row.getLong(2));
  }
}
