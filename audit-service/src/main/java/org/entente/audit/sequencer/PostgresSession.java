package org.entente.audit.sequencer;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection on which the log is led, or that is asked whether it may be: it answers soon, or is
 * broken. What was changed on it is as before once it is given up.
 *
 * @param usualMs how long an answer may take on it otherwise; 0 is for ever
 */
record PostgresSession(Connection connection, int usualMs) {

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
  private static final String RESET = "SELECT pg_advisory_unlock_all(); RESET ALL";

  /** From now on answers must come soon. */
  static PostgresSession on(Connection connection) throws SQLException {
    var session = new PostgresSession(connection, connection.getNetworkTimeout());
    session.answerWithin(ANSWER_WITHIN_MS);
    return session;
  }

  /** Nothing goes over the network here. */
  private void answerWithin(int millis) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, millis);
  }

  /** Takes the lock, and says whether it was free. */
  boolean lock() throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(LOCK)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Settings and lock belong to the session and outlive transactions. */
  void prepare() throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(SESSION);
      connection.commit();
    }
  }

  /** The lock was not free, and nothing else was done. */
  void leave() throws SQLException {
    answerWithin(usualMs);
  }

  /** Lock and settings go; what is not committed is undone. */
  void giveUp() throws SQLException {
    try (var statement = connection.createStatement()) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      statement.execute(RESET);
    } finally {
      answerWithin(usualMs);
    }
  }
}
