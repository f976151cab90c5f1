package org.entente.indicator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Binds the columns of many rows as arrays, for one `INSERT … SELECT unnest(…)`.
public final class PostgresColumns<R> {
  private final Connection connection;
  private final PreparedStatement statement;
  private final List<R> rows;

  /// Prepares to bind columns of these rows.
  public PostgresColumns(Connection connection, PreparedStatement statement, List<R> rows) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
  }

  /// Binds one column.
  ///
  /// @param parameter its number in the statement, from 1
  /// @param type PostgreSQL's name of the elements' type
  public void bind(int parameter, String type, Function<R, ? extends @Nullable Object> column)
      throws SQLException {
    @Nullable Object[] values = rows.stream().map(column).toArray();
    statement.setArray(parameter, connection.createArrayOf(type, values));
  }

  /// Binds one column of bytes.
  public void bindBytes(int parameter, Function<R, byte[]> column) throws SQLException {
    byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
    statement.setArray(parameter, connection.createArrayOf("bytea", values));
  }
}
