package org.entente.audit.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.entente.audit.review.State.Step;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;

/**
 * Stores reviews and their ends. Each step is a transaction in which the record is made: who waits
 * for its lock finds what was done, so that nothing is recorded twice. A crash behind the record
 * leaves a record without its row, never a row without its record. Thread-safe.
 *
 * <p>However many wait for their record with a connection each, it is made: the sequencer keeps its
 * own from the begin of its term, and appending needs no other. Without a term appending is refused
 * within its deadline, which gives the connections back for the next term.
 */
@Singleton
final class PostgresReviewWriter {

  private static final String PATIENCE = "SET LOCAL lock_timeout = '3s'";
  private static final String LOCK_FORM = "SELECT pg_advisory_xact_lock(hashtextextended(?, 7))";
  private static final String OF_FORM = "SELECT id FROM review WHERE owner = ? AND form = ?";
  private static final String INSERT =
      """
      INSERT INTO review (id, owner, form, tree_size, root, entries, query, salt, opened_idx)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SIGN = "UPDATE review SET note = ?, signed_idx = ? WHERE id = ?";
  private static final String WITHDRAW =
      "UPDATE review SET note = ?, withdrawn_idx = ? WHERE id = ?";

  private final PostgresLog log;

  PostgresReviewWriter(PostgresLog log) {
    this.log = log;
  }

  /** All of it or nothing. */
  <T> T whole(String doing, PostgresLog.Reading<T> work) {
    return log.keep(
        doing,
        connection -> {
          connection.setAutoCommit(false);
          try {
            execute(connection, PATIENCE);
            var done = work.from(connection);
            connection.commit();
            return done;
          } finally {
            connection.rollback(); // of nothing, once it is committed
            connection.setAutoCommit(true);
          }
        });
  }

  /** What this form opened before; others that send the same wait for the transaction's end. */
  static Optional<UUID> opened(Connection connection, Owner owner, UUID form) throws SQLException {
    execute(connection, LOCK_FORM, owner.name() + " " + form);
    return PostgresRows.first(
        connection, OF_FORM, row -> row.getObject("id", UUID.class), owner.name(), form);
  }

  static void insert(Connection connection, Statement statement, UUID form, long opening)
      throws SQLException {
    var frozen = statement.frozen();
    execute(
        connection,
        INSERT,
        statement.review(),
        statement.owner().name(),
        form,
        frozen.size(),
        Base64.getDecoder().decode(frozen.root()),
        frozen.entries(),
        statement.query(),
        statement.salt(),
        opening);
  }

  static void end(Connection connection, UUID id, Note note, Step end) throws SQLException {
    var sql = end.state() == State.SIGNED ? SIGN : WITHDRAW;
    execute(connection, sql, note.text(), end.index(), id);
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = PostgresRows.prepared(connection, sql, values)) {
      statement.execute();
    }
  }
}
