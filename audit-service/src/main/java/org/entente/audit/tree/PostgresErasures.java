package org.entente.audit.tree;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entente.audit.record.LogEvent;
import org.entente.audit.record.RecordedErasure;

/**
 * What the log says is erased.
 *
 * @param connection stays open
 */
public record PostgresErasures(Connection connection) {

  private static final String RECORDS =
      "SELECT idx, body FROM entry WHERE operation = ? AND party = '-' AND idx > ? ORDER BY idx";

  // The record comes first, the erasure right after it; as with the ends of reviews.
  private static final String OLD_ENOUGH =
      "SELECT idx, body FROM entry WHERE operation = ? AND party = '-' AND idx > ?"
          + " AND sequenced_ms < (SELECT sequenced_ms - 60000 FROM log_state) ORDER BY idx";

  /** All of them, in order. */
  public List<RecordedErasure> all() throws SQLException {
    return read(RECORDS, -1);
  }

  /** Those behind this index that the log outlived by a minute: what they say is gone is gone. */
  public List<RecordedErasure> old(long after) throws SQLException {
    return read(OLD_ENOUGH, after);
  }

  private List<RecordedErasure> read(String sql, long after) throws SQLException {
    PostgresRows.Row<Optional<RecordedErasure>> row =
        rows -> RecordedErasure.read(rows.getLong("idx"), rows.getBytes("body"));
    return PostgresRows.all(connection, sql, row, LogEvent.ERASE.operation(), after).stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
