package org.entente.e2e.scene;

import java.sql.Connection;
import java.sql.SQLException;

/** A lock in PostgreSQL that a test holds, so that a service waits exactly there. */
public final class HeldLock implements AutoCloseable {

  private static final String BACKEND = "SELECT pg_backend_pid()";
  private static final String WAITERS =
      "SELECT count(*) FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid)) AND query ILIKE ?";

  private final Connection connection;
  private final Database database;
  private final int backend;

  private HeldLock(Connection connection, Database database, int backend) {
    this.connection = connection;
    this.database = database;
    this.backend = backend;
  }

  static HeldLock take(Connection connection, Database database, String lock) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(lock);
      try (var row = statement.executeQuery(BACKEND)) {
        row.next();
        return new HeldLock(connection, database, row.getInt(1));
      }
    }
  }

  /** Returns when a statement that contains this text waits for the lock. */
  public void awaitWaiter(String statement) {
    Eventually.is(
        "a waiting " + statement,
        () -> database.number(WAITERS, backend, "%" + statement + "%") > 0);
  }

  /** Lets the waiters go on. */
  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("the lock's connection broke", e);
    }
  }
}
