package org.entente.audit.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.TreeDamaged;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.EvidenceRejected;
import org.entente.log.Growth;

/**
 * Puts back entries that the log had and this database lost, up to what the log signed then. It
 * holds the lead meanwhile, so that nobody appends anything else, and signs nothing itself. Each
 * step ends with a signed checkpoint and is one transaction: killed anywhere, the database is what
 * it was after the last step. For one thread.
 */
public final class PostgresRecovery implements AutoCloseable {

  private final PostgresSession session;
  private final Connection connection;
  private final PostgresStatements statements;
  private Head head;

  private PostgresRecovery(PostgresSession session, Head head) {
    this.session = session;
    this.connection = session.connection();
    this.statements = new PostgresStatements(connection);
    this.head = head;
  }

  /**
   * Takes the lead from nobody.
   *
   * @param connection stays open
   * @return empty while a replica leads
   * @throws TreeDamaged when what is stored contradicts itself
   */
  public static Optional<PostgresRecovery> begin(Connection connection) throws SQLException {
    var session = PostgresSession.on(connection);
    if (!session.lock()) {
      session.leave();
      return Optional.empty();
    }
    try {
      session.prepare();
      var stored = PostgresHead.takeOver(connection, Optional.empty());
      if (stored.isNew()) {
        throw new TreeDamaged("no service ever started on this database");
      }
      var believed = stored.believe(connection);
      connection.commit();
      return Optional.of(new PostgresRecovery(session, believed));
    } catch (SQLException | RuntimeException e) {
      session.giveUp();
      throw e;
    }
  }

  /** The stored log, recomputed from what is stored. */
  public CompactRange stored() {
    return head.range();
  }

  /**
   * Puts these entries back, in order; durable when this returns.
   *
   * @param batches at most 1024 in each
   * @param signed what they end with
   * @param note the same, as the log signed it
   * @param signedMs when it did, milliseconds since the epoch
   * @throws TreeDamaged when they make another tree: nothing was put back
   */
  public void putBack(
      Iterable<List<NewEntry>> batches, Checkpoint signed, String note, long signedMs)
      throws SQLException {
    var timeMs = head.nextTime(signedMs);
    var grown = head;
    try {
      for (var batch : batches) {
        grown = write(grown, batch, timeMs);
      }
      requireSame(grown.range(), signed);
      statements.sign(note);
      statements.notePutBack(head.size(), grown.size());
      connection.commit();
    } finally {
      connection.rollback(); // of what is not committed
    }
    head = grown;
  }

  private Head write(Head before, List<NewEntry> batch, long timeMs) throws SQLException {
    var leaves = batch.stream().map(NewEntry::leaf).toList();
    try {
      var growth = Growth.of(before.range(), leaves, new PostgresTiles(connection));
      statements.writeUnsigned(before, growth, batch, timeMs);
      return before.moved(growth.range(), timeMs);
    } catch (EvidenceRejected | Superseded e) {
      throw new TreeDamaged(String.valueOf(e.getMessage()));
    }
  }

  private static void requireSame(CompactRange grown, Checkpoint signed) {
    if (grown.size() != signed.size() || !grown.root().equals(signed.root())) {
      throw new TreeDamaged(
          "the entries do not make the tree that was signed with size " + signed.size());
    }
  }

  /** Gives up the lead; the connection stays open. */
  @Override
  public void close() throws SQLException {
    session.giveUp();
  }
}
