package org.entente.audit.tree;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.audit.record.LogEvent;
import org.entente.audit.record.RecordedEvent;

/**
 * What the log last said of itself, and of the database it is in.
 *
 * @param connection stays open
 */
public record PostgresEvents(Connection connection) {

  private static final String LATEST =
      "SELECT idx, body FROM entry WHERE operation = ? AND party = '-' ORDER BY idx DESC LIMIT 1";

  /** PostgreSQL begins a timeline when a restore ends and when a standby takes over. */
  private static final String DATABASE =
      """
      SELECT system_identifier || '/' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)
      FROM pg_control_system()
      """;

  /** The newest record of any of these events. */
  public Optional<RecordedEvent> latest(LogEvent... events) throws SQLException {
    var found = Stream.<RecordedEvent>builder();
    for (var event : events) {
      latest(event).ifPresent(found);
    }
    return found.build().max(Comparator.comparingLong(RecordedEvent::index));
  }

  private Optional<RecordedEvent> latest(LogEvent event) throws SQLException {
    try (var select = connection.prepareStatement(LATEST)) {
      select.setString(1, event.operation());
      try (var row = select.executeQuery()) {
        return row.next()
            ? RecordedEvent.read(row.getLong("idx"), event, row.getBytes("body"))
            : Optional.empty();
      }
    }
  }

  /** Which database the log was led on last; empty when it does not say. */
  public String led() throws SQLException {
    return latest(LogEvent.START, LogEvent.TAKEOVER, LogEvent.RESTORE)
        .map(RecordedEvent::database)
        .orElse("");
  }

  /** Which cluster this is, and on which timeline: an identifier, a stroke and eight digits. */
  public String database() throws SQLException {
    try (var select = connection.prepareStatement(DATABASE);
        var row = select.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
