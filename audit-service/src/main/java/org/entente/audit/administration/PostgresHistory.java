package org.entente.audit.administration;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.audit.record.LogEvent;
import org.entente.audit.record.RecordedEvent;
import org.entente.audit.tree.CheckpointUnknown;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoredCheckpoint;

/** What the log last said of itself, read from its own entries. Thread-safe. */
@Singleton
final class PostgresHistory {

  private static final String LATEST =
      "SELECT idx, body FROM entry WHERE operation = ? AND party = '-' ORDER BY idx DESC LIMIT 1";

  /** PostgreSQL begins a timeline when a restore ends and when a standby takes over. */
  private static final String DATABASE =
      """
      SELECT system_identifier || '/' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)
      FROM pg_control_system()
      """;

  private final PostgresLog log;

  PostgresHistory(PostgresLog log) {
    this.log = log;
  }

  /** The newest record of any of these events. */
  Optional<RecordedEvent> latest(LogEvent... events) {
    return log.read(
        "reading what was recorded of the log",
        connection -> {
          var found = Stream.<RecordedEvent>builder();
          for (var event : events) {
            latest(connection, event).ifPresent(found);
          }
          return found.build().max(Comparator.comparingLong(RecordedEvent::index));
        });
  }

  private static Optional<RecordedEvent> latest(Connection connection, LogEvent event)
      throws SQLException {
    try (var select = connection.prepareStatement(LATEST)) {
      select.setString(1, event.operation());
      try (var row = select.executeQuery()) {
        return row.next()
            ? RecordedEvent.read(row.getLong("idx"), event, row.getBytes("body"))
            : Optional.empty();
      }
    }
  }

  /** Which cluster this is, and on which timeline: an identifier, a stroke and eight digits. */
  String database() {
    return log.read(
        "reading which database this is",
        connection -> {
          try (var select = connection.prepareStatement(DATABASE);
              var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
          }
        });
  }

  /** How many entries there are. */
  long size() {
    return log.read(
        "reading the checkpoint",
        connection -> {
          try {
            return StoredCheckpoint.latest(connection).size();
          } catch (CheckpointUnknown _) {
            return 0L;
          }
        });
  }
}
