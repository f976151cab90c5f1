package org.entente.audit.administration;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.entente.audit.administration.PostgresPutBack.PutBack;
import org.entente.audit.record.LogEvent;
import org.entente.audit.record.RecordedEvent;
import org.entente.audit.tree.CheckpointUnknown;
import org.entente.audit.tree.PostgresEvents;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoredCheckpoint;

/** What the log last said of itself, read from its own entries. Thread-safe. */
@Singleton
final class PostgresHistory {

  private final PostgresLog log;

  PostgresHistory(PostgresLog log) {
    this.log = log;
  }

  /** The newest record of any of these events. */
  Optional<RecordedEvent> latest(LogEvent... events) {
    return log.read(
        "reading what was recorded of the log",
        connection -> new PostgresEvents(connection).latest(events));
  }

  /** Which database the log was led on last; empty when it does not say. */
  String led() {
    return log.read(
        "reading where the log was led last", connection -> new PostgresEvents(connection).led());
  }

  /** Which cluster this is, and on which timeline. */
  String database() {
    return log.read(
        "reading which database this is", connection -> new PostgresEvents(connection).database());
  }

  /** Entries from a mirror of which the log does not tell yet. */
  List<PutBack> putBack() {
    return log.read(
        "reading what was put back", connection -> new PostgresPutBack(connection).untold());
  }

  /** The log tells of it at this index. */
  void told(PutBack back, long index) {
    log.keep(
        "noting what was told",
        connection -> new PostgresPutBack(connection).told(back.told(), index));
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
