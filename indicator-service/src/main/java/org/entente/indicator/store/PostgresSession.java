package org.entente.indicator.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/// Lends connections of the service's one data source. Inside a transaction every call gets that
/// transaction's connection, outside each statement commits by itself. Thread-safe.
@Singleton
public final class PostgresSession {
  /// unique_violation, serialization_failure, deadlock_detected
  private static final Set<String> CONTENTION = Set.of("23505", "40001", "40P01");

  private final DataSource source;

  PostgresSession(DataSource source) {
    this.source = source;
  }

  /// Runs `work` on a connection.
  ///
  /// @throws StoreUnavailable when PostgreSQL cannot be reached or stops
  /// @throws StoreContended when a concurrent transaction made it impossible this time
  /// @throws StoreFailed when it refuses a statement
  public <R> R call(SqlWork<R> work) {
    try (Connection connection = source.getConnection()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(SQLException e) {
    String state = e.getSQLState();
    if (state != null && CONTENTION.contains(state)) {
      return new StoreContended(e);
    }
    // No state: the pool could not lend a connection. 08 connection, 53 resources, 57 shutdown or
    // a statement that took too long, 55P03 a lock that did.
    boolean outage =
        state == null
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57")
            || state.equals("55P03");
    return outage ? new StoreUnavailable(e) : new StoreFailed(e);
  }

  /// Work on a connection that it must not close.
  @FunctionalInterface
  public interface SqlWork<R> {
    /// Runs statements and reads their results.
    R run(Connection connection) throws SQLException;
  }
}
