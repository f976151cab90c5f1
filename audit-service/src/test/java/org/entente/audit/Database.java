package org.entente.audit;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database of the service under test, in the hands of its owner. */
@Singleton
public class Database {

  private final DataSource source;

  Database(DataSource source) {
    this.source = source;
  }

  /** Past all triggers. */
  public void tamper(String sql) {
    run("SET LOCAL session_replication_role = replica;" + sql);
  }

  /** In one transaction. */
  public void run(String sql) {
    try {
      execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same, and what the database answers when it refuses. */
  public void execute(String sql) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        statement.execute(sql);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** The only number this finds. */
  public long number(String sql) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : -1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
