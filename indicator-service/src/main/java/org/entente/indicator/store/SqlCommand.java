package org.entente.indicator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One statement whose parameters are set from left to right; whole columns go as arrays, so that
/// many rows cost one round trip. Not thread-safe.
public final class SqlCommand implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement statement;
  private int next = 1;

  /// Prepares a statement.
  public SqlCommand(Connection connection, String sql) throws SQLException {
    this.connection = connection;
    this.statement = connection.prepareStatement(sql);
  }

  /// One value: text, number, UUID or bytes.
  public SqlCommand value(@Nullable Object value) throws SQLException {
    statement.setObject(next++, value);
    return this;
  }

  /// A column of text; null stays null.
  public <T> SqlCommand texts(Collection<T> rows, Function<T, @Nullable String> column)
      throws SQLException {
    return array("text", rows.stream().map(column).toArray());
  }

  /// A column of bytes.
  public <T> SqlCommand bytes(Collection<T> rows, Function<T, byte[]> column) throws SQLException {
    return array("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  /// A column of whole numbers.
  public <T> SqlCommand numbers(Collection<T> rows, Function<T, Long> column) throws SQLException {
    return array("bigint", rows.stream().map(column).toArray());
  }

  /// A column of truth values.
  public <T> SqlCommand flags(Collection<T> rows, Function<T, Boolean> column) throws SQLException {
    return array("boolean", rows.stream().map(column).toArray());
  }

  /// A column of UUIDs.
  public <T> SqlCommand uuids(Collection<T> rows, Function<T, UUID> column) throws SQLException {
    return array("uuid", rows.stream().map(column).toArray());
  }

  private SqlCommand array(String type, Object[] column) throws SQLException {
    statement.setArray(next++, connection.createArrayOf(type, column));
    return this;
  }

  /// Runs a statement that changes rows.
  ///
  /// @return how many rows it changed
  public int update() throws SQLException {
    return statement.executeUpdate();
  }

  /// Runs a statement that gives rows; they close with this command.
  public ResultSet query() throws SQLException {
    return statement.executeQuery();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
