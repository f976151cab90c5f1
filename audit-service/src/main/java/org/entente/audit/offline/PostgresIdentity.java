package org.entente.audit.offline;

import java.sql.Connection;
import java.sql.SQLException;

/** Whose log a database holds. */
record PostgresIdentity(Connection connection) {

  /** The name of the log; empty when the service never started on this database. */
  String origin() throws SQLException {
    try (var select = connection.prepareStatement("SELECT origin FROM log_identity");
        var row = select.executeQuery()) {
      return row.next() ? row.getString("origin") : "";
    }
  }
}
