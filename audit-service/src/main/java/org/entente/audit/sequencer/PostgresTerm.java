package org.entente.audit.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.entente.audit.tree.TreeDamaged;
import org.entente.audit.witness.MemoryUnknown;
import org.entente.log.Growth;
import org.jboss.logging.Logger;

/**
 * Taking the lead and giving it up. The advisory lock keeps others from trying while we live; it
 * protects nothing. What protects the log is the epoch: taking over raises it, and no commit of an
 * older epoch passes the swap any more.
 *
 * @param session ours alone until closed
 * @param head where the log stood when the term began
 */
record PostgresTerm(PostgresSession session, Head head) implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(PostgresTerm.class);

  /**
   * Begins a term.
   *
   * @param address where fellow replicas reach this one
   * @return empty when another sequencer holds the lock
   * @throws TreeDamaged when the stored log contradicts itself: then nothing may be signed
   */
  static Optional<PostgresTerm> begin(DataSource source, Notary notary, Optional<String> address)
      throws SQLException {
    var session = session(source);
    try {
      if (session.lock()) {
        session.prepare();
        return Optional.of(takeOver(session, notary, address));
      }
    } catch (SQLException | RuntimeException e) {
      giveBack(session);
      throw e;
    }
    try (var _ = session.connection()) { // as it came: whoever stands by asks often
      session.leave();
    }
    return Optional.empty();
  }

  /** Where the one that leads is reached, as far as it said so. */
  static Optional<String> leader(DataSource source) throws SQLException {
    try (var connection = source.getConnection()) {
      return PostgresHead.leader(connection);
    }
  }

  private static PostgresSession session(DataSource source) throws SQLException {
    var connection = source.getConnection();
    try {
      return PostgresSession.on(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static PostgresTerm takeOver(
      PostgresSession session, Notary notary, Optional<String> address) throws SQLException {
    var connection = session.connection();
    var stored = PostgresHead.takeOver(connection, address);
    var head = stored.believe(connection);
    if (stored.isNew()) {
      head = signEmpty(connection, head, notary);
    }
    connection.commit();
    return new PostgresTerm(session, head);
  }

  private static Head signEmpty(Connection connection, Head head, Notary notary)
      throws SQLException {
    var time = notary.timeAfter(head);
    var nothing = new Growth(head.range(), List.of());
    new PostgresStatements(connection)
        .write(head, nothing, List.of(), notary.note(head.range(), time), time);
    return head.moved(head.range(), time);
  }

  /**
   * Asks witnesses whether this is the log they know, and gives the term back if it is not.
   *
   * @throws TreeDamaged when it is not
   * @throws MemoryUnknown when too few of them answer to tell
   */
  void require(PostgresLeadership.Check memory) throws SQLException {
    try {
      memory.require(connection(), head.size());
      connection().commit();
    } catch (SQLException | RuntimeException e) { // else nobody could lead before this process ends
      close();
      throw e;
    }
  }

  /**
   * Asks whether this term still holds.
   *
   * @throws Superseded when it does not
   */
  void check() throws SQLException {
    try (var statement = connection().createStatement();
        var row = statement.executeQuery("SELECT epoch FROM log_state WHERE id = 1")) {
      var current = row.next() ? row.getLong("epoch") : -1;
      connection().rollback();
      if (current != head.epoch()) {
        throw new Superseded("epoch " + head.epoch() + " ended, now " + current);
      }
    }
  }

  Connection connection() {
    return session.connection();
  }

  @Override
  public void close() {
    giveBack(session);
  }

  /** To the pool, without lock and settings; a broken connection loses both by itself. */
  private static void giveBack(PostgresSession session) {
    try (var _ = session.connection()) {
      session.giveUp();
    } catch (SQLException e) {
      LOG.debugf("the sequencer's connection was broken when given back: %s", e.getMessage());
    }
  }
}
