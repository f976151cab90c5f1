package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.entente.audit.identity.LogConfig;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.witness.WitnessedCheckpoints;
import org.entente.log.Checkpoint;
import org.entente.log.Octets;

/** Asks everything that can say how the log stands. Thread-safe. */
@Singleton
final class PostgresStanding {

  private static final String SIGNED = "SELECT signed_ms FROM checkpoint WHERE size = ?";

  private final LogConfig log;
  private final PostgresLog store;
  private final WitnessedCheckpoints witnessed;
  private final Vouchings vouchings;

  PostgresStanding(
      LogConfig log, PostgresLog store, WitnessedCheckpoints witnessed, Vouchings vouchings) {
    this.log = log;
    this.store = store;
    this.witnessed = witnessed;
    this.vouchings = vouchings;
  }

  Standing at(Instant now) {
    return store.read(
        "reading how the log stands",
        connection -> {
          var newest = StoredCheckpoint.latest(connection);
          var checkpoint = Checkpoint.parse(newest.signed().text());
          return new Standing(
              log.origin(),
              newest.size(),
              Octets.of(checkpoint.root().toByteArray()).base64(),
              signed(connection, newest.size()),
              cosigned(witnessed.standing(connection), now),
              vouchings.rows(newest.size(), now));
        });
  }

  private static Instant signed(Connection connection, long size) throws SQLException {
    return Instant.ofEpochMilli(
        PostgresRows.first(connection, SIGNED, row -> row.getLong("signed_ms"), size).orElse(0L));
  }

  private static Standing.Witnessed cosigned(WitnessedCheckpoints.Standing standing, Instant now) {
    return new Standing.Witnessed(
        standing.quorum(),
        standing.size(),
        standing.witnesses().stream()
            .map(w -> new Standing.Cosigner(w.name(), w.size(), Duration.between(w.at(), now)))
            .toList());
  }
}
