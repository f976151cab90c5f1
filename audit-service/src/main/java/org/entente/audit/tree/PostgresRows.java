package org.entente.audit.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements that somebody waits for: each ends within {@value #LONGEST_SECONDS} s, instead of
 * keeping a connection from others.
 */
public final class PostgresRows {

  private static final int LONGEST_SECONDS = 10;

  private PostgresRows() {}

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /**
   * A statement, ready to be executed.
   *
   * @param values one for each question mark
   */
  public static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(LONGEST_SECONDS);
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** All rows it finds. */
  public static <T> List<T> all(Connection connection, String sql, Row<T> row, Object... values)
      throws SQLException {
    try (var select = prepared(connection, sql, values);
        var rows = select.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(row.of(rows));
      }
      return found;
    }
  }

  /** The first row it finds. */
  public static <T> Optional<T> first(
      Connection connection, String sql, Row<T> row, Object... values) throws SQLException {
    return all(connection, sql, row, values).stream().findFirst();
  }
}
