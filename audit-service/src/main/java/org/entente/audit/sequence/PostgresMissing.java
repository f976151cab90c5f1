package org.entente.audit.sequence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.entente.audit.sequence.MissingPage.Walk;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;

/**
 * Finds what a client's numbers leave out, the newest first, and what stands next to it: a page in
 * one statement, which looks at {@link #MOST} numbers at most. Thread-safe.
 */
@Singleton
class PostgresMissing {

  /** Most numbers looked at for one page. */
  static final int MOST = 10_000;

  /** Most gaps on one page. */
  static final int GAPS = 100;

  // The last number walked has no smaller neighbour here unless it is the client's smallest one.
  private static final String MISSING =
      """
      WITH number AS MATERIALIZED (
        SELECT seq, min(idx) AS idx FROM client_seq
        WHERE party = ? AND client = ? AND seq < ?
        GROUP BY seq ORDER BY seq DESC LIMIT ?
      ), walk AS (
        SELECT count(*) AS numbers, coalesce(max(seq), 0) AS top, coalesce(min(seq), 0) AS bottom
        FROM number
      ), step AS (
        SELECT seq AS above, idx AS above_idx, lead(seq) OVER w AS below,
          lead(idx) OVER w AS below_idx, row_number() OVER w AS n
        FROM number WINDOW w AS (ORDER BY seq DESC)
      ), gap AS (
        SELECT above, above_idx, coalesce(below, 0) AS below, below_idx FROM step
        WHERE above > coalesce(below, 0) + 1 AND n <= ?
        ORDER BY above DESC LIMIT ?
      )
      SELECT numbers, top, bottom, above, above_idx, below, below_idx,
        upper.time_ms AS above_ms, lower.time_ms AS below_ms
      FROM walk
      LEFT JOIN gap ON true
      LEFT JOIN entry AS upper ON upper.idx = above_idx
      LEFT JOIN entry AS lower ON lower.idx = below_idx
      ORDER BY above DESC
      """;

  private final PostgresLog log;

  PostgresMissing(PostgresLog log) {
    this.log = log;
  }

  /** The gaps below this number. */
  MissingPage below(ClientName client, long before) {
    return log.read(
        "looking for gaps",
        connection -> {
          try (var select =
                  PostgresRows.prepared(
                      connection,
                      MISSING,
                      client.party(),
                      client.client(),
                      before,
                      MOST + 1,
                      MOST,
                      GAPS + 1);
              var row = select.executeQuery()) {
            return page(client, row);
          }
        });
  }

  private static MissingPage page(ClientName client, ResultSet row) throws SQLException {
    var walk = new Walk(0, 0, 0);
    var missing = new ArrayList<MissingNumbers>();
    while (row.next()) {
      walk = new Walk(row.getLong("numbers"), row.getLong("top"), row.getLong("bottom"));
      if (row.getLong("above") > 0) {
        missing.add(MissingNumbers.of(row));
      }
    }
    return MissingPage.of(client, walk, missing, MOST, GAPS);
  }
}
