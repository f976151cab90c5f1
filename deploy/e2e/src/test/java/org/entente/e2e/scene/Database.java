package org.entente.e2e.scene;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.local.postgres.Postgres;

/** A service's database as its owner sees it, past the service. Thread-safe. */
public final class Database {

  private final Postgres postgres;
  private final String name;

  Database(Postgres postgres, String name) {
    this.postgres = postgres;
    this.name = name;
  }

  /** The number that a query answers. */
  public long number(String sql, Object... parameters) {
    return Long.parseLong(text(sql, parameters).orElseThrow());
  }

  /** The first column of the first row as text; empty when there is no row, or only a null. */
  public Optional<String> text(String sql, Object... parameters) {
    try (var connection = connect();
        var statement = prepared(connection, sql, parameters);
        var rows = statement.executeQuery()) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Runs statements in one transaction. */
  public void run(String statements) {
    postgres.execute(name, statements);
  }

  /** Takes a lock and keeps it until closed. */
  public HeldLock hold(String lock) {
    try {
      return HeldLock.take(connect(), this, lock);
    } catch (SQLException e) {
      throw new IllegalStateException(lock, e);
    }
  }

  /** How far a submission came: {@code received}, {@code admitted}, {@code done}, or nowhere. */
  public Optional<String> stateOf(Signed submission) {
    return text("SELECT state FROM submission WHERE jti = ?", submission.jti().toString());
  }

  /** Where PostgreSQL has the submission under its status id. */
  public Optional<String> idOf(Signed submission) {
    return text("SELECT id FROM submission WHERE jti = ?", submission.jti().toString());
  }

  private Connection connect() throws SQLException {
    return postgres.connect(name);
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
