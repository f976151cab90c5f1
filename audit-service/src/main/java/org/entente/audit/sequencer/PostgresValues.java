package org.entente.audit.sequencer;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Fills the question marks of one statement from left to right. Not thread-safe. */
final class PostgresValues {

  private final PreparedStatement statement;
  private int next = 1;

  PostgresValues(PreparedStatement statement) {
    this.statement = statement;
  }

  PostgresValues add(Object value) throws SQLException {
    statement.setObject(next++, value);
    return this;
  }

  /**
   * Adds one array.
   *
   * @param type of its elements, as PostgreSQL names it
   */
  PostgresValues addAll(String type, Object[] values) throws SQLException {
    statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
