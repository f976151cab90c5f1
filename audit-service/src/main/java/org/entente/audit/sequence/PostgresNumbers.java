package org.entente.audit.sequence;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.tree.StoredCheckpoint;

/**
 * Finds the numbers that are left out. One page looks at {@link #MOST} numbers at most, whatever
 * the range and however many there are. Thread-safe.
 */
@Singleton
final class PostgresNumbers {

  /** Most numbers looked at for one page. */
  static final int MOST = 10_000;

  /**
   * Requests that are under way together reach the log in any order: so many entries at each end of
   * a range are looked at for its smallest and greatest number.
   */
  private static final int DISORDER = 1_000;

  private static final String SMALLEST =
      """
      SELECT min(seq) FROM (
        SELECT seq FROM client_seq WHERE party = ? AND client = ? AND idx >= ? AND idx < ?
        ORDER BY idx LIMIT ?) AS first
      """;
  private static final String GREATEST =
      """
      SELECT max(seq) FROM (
        SELECT seq FROM client_seq WHERE party = ? AND client = ? AND idx >= ? AND idx < ?
        ORDER BY idx DESC LIMIT ?) AS last
      """;
  private static final String NUMBERS =
      """
      SELECT DISTINCT seq FROM client_seq
      WHERE party = ? AND client = ? AND seq > ? AND seq <= ? AND idx < ?
      ORDER BY seq LIMIT ?
      """;

  private final PostgresLog log;

  PostgresNumbers(PostgresLog log) {
    this.log = log;
  }

  /** The gaps of one page. A number that stands outside of the range of entries is no gap. */
  GapsPage gaps(GapsQuery query) {
    return log.read(
        "looking for gaps",
        connection -> {
          var size = StoredCheckpoint.latest(connection).size();
          var from = query.from().orElse(0);
          var to = Math.min(query.to().orElse(size), size);
          var greatest = end(connection, GREATEST, query.client(), from, to);
          var begin =
              query.from().isEmpty() ? 0 : end(connection, SMALLEST, query.client(), from, to) - 1;
          var after = Math.max(Math.max(begin, 0), query.after());
          var numbers = numbers(connection, query.client(), after, greatest, size);
          var more = numbers.size() > MOST;
          var page = more ? numbers.subList(0, MOST) : numbers;
          return GapsPage.of(size, query.client(), after, page, more);
        });
  }

  private static long end(Connection connection, String sql, ClientName client, long from, long to)
      throws SQLException {
    return PostgresRows.first(
            connection,
            sql,
            row -> row.getLong(1),
            client.party(),
            client.client(),
            from,
            to,
            DISORDER)
        .orElse(0L);
  }

  private static List<Long> numbers(
      Connection connection, ClientName client, long after, long greatest, long size)
      throws SQLException {
    return PostgresRows.all(
        connection,
        NUMBERS,
        row -> row.getLong(1),
        client.party(),
        client.client(),
        after,
        greatest,
        size,
        MOST + 1);
  }
}
