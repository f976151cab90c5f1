package org.entente.audit.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.entente.audit.tree.StoreFailed;
import org.entente.audit.tree.TreeDamaged;
import org.entente.audit.witness.MemoryUnknown;
import org.entente.log.Growth;
import org.jboss.logging.Logger;

/**
 * Taking the lead and giving it up. The advisory lock keeps others from trying while we live; it
 * protects nothing. What protects the log is the epoch: taking over raises it, and no commit of an
 * older epoch passes the swap any more.
 *
 * @param connection ours alone until closed
 * @param head where the log stood when the term began
 */
record PostgresTerm(Connection connection, Head head) implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(PostgresTerm.class);

  private static final int ANSWER_WITHIN_MS = 7_000;
  // A leader that vanished without closing its connection must lose the lock in seconds, not hours:
  // keepalives end a session that rests, the user timeout one that has sent what nobody confirms.
  private static final String SESSION =
      """
      SET lock_timeout = '4s'; SET statement_timeout = '5s'; SET synchronous_commit = 'on';
      SET plan_cache_mode = 'auto';
      SET tcp_keepalives_idle = 2; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3;
      SET tcp_user_timeout = '5s'
      """;
  // The number spells "Entente".
  private static final String LOCK = "SELECT pg_try_advisory_lock(19543219590034533)";

  /**
   * Begins a term.
   *
   * @param address where fellow replicas reach this one
   * @return empty when another sequencer holds the lock
   * @throws TreeDamaged when the stored log contradicts itself: then nothing may be signed
   */
  static Optional<PostgresTerm> begin(DataSource source, Notary notary, Optional<String> address)
      throws SQLException {
    var connection = source.getConnection();
    try {
      if (lock(connection)) {
        prepare(connection);
        return Optional.of(takeOver(connection, notary, address));
      }
    } catch (SQLException | TreeDamaged | StoreFailed e) {
      giveBack(connection);
      throw e;
    }
    connection.close(); // as it came: whoever stands by asks often
    return Optional.empty();
  }

  /** Where the one that leads is reached, as far as it said so. */
  static Optional<String> leader(DataSource source) throws SQLException {
    try (var connection = source.getConnection()) {
      return PostgresHead.leader(connection);
    }
  }

  static boolean lock(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, ANSWER_WITHIN_MS);
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(LOCK)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Settings and lock belong to the session and outlive transactions. */
  static void prepare(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(SESSION);
      connection.commit();
    }
  }

  private static PostgresTerm takeOver(
      Connection connection, Notary notary, Optional<String> address) throws SQLException {
    var stored = PostgresHead.takeOver(connection, address);
    var head = stored.believe(connection);
    if (stored.isNew()) {
      head = signEmpty(connection, head, notary);
    }
    connection.commit();
    return new PostgresTerm(connection, head);
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
      memory.require(connection, head.size());
      connection.commit();
    } catch (SQLException | TreeDamaged | StoreFailed | MemoryUnknown e) {
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
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT epoch FROM log_state WHERE id = 1")) {
      var current = row.next() ? row.getLong("epoch") : -1;
      connection.rollback();
      if (current != head.epoch()) {
        throw new Superseded("epoch " + head.epoch() + " ended, now " + current);
      }
    }
  }

  @Override
  public void close() {
    giveBack(connection);
  }

  /** Lock and settings go; what is not committed is undone. */
  static void giveUp(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.setNetworkTimeout(Runnable::run, 0);
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_unlock_all(); RESET ALL");
    }
  }

  /** To the pool, without lock and settings; a broken connection loses both by itself. */
  private static void giveBack(Connection connection) {
    try (connection) {
      giveUp(connection);
    } catch (SQLException e) {
      LOG.debugf("the sequencer's connection was broken when given back: %s", e.getMessage());
    }
  }
}
