package org.entente.audit.restore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.tree.StoredEntry;

/**
 * The bytes of stored entries, while nobody appends.
 *
 * @param connection without auto-commit; stays open
 */
record PostgresBodies(Connection connection) {

  private static final int MOST = 256;
  private static final String FROM =
      "SELECT " + StoredEntry.COLUMNS + " FROM entry WHERE idx >= ? ORDER BY idx LIMIT ?";
  // The tripwire stops mistakes; this is none, and one transaction, so that it never stays off.
  private static final String UNLOCK = "ALTER TABLE entry DISABLE TRIGGER append_only";
  private static final String UPDATE = "UPDATE entry SET body = ? WHERE idx = ?";
  private static final String LOCK = "ALTER TABLE entry ENABLE TRIGGER append_only";

  /** The next entries from this index on, 256 at most; empty behind the last one. */
  List<StoredEntry> from(long index) throws SQLException {
    var entries = new ArrayList<StoredEntry>();
    try (var select = connection.prepareStatement(FROM)) {
      select.setLong(1, index);
      select.setInt(2, MOST);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(StoredEntry.of(rows));
        }
      }
    } finally {
      connection.rollback();
    }
    return entries;
  }

  /** Stores these bytes of an entry; durable when this returns. */
  void putBack(long index, byte[] body) throws SQLException {
    try (var statement = connection.createStatement();
        var update = connection.prepareStatement(UPDATE)) {
      statement.execute(UNLOCK);
      update.setBytes(1, body);
      update.setLong(2, index);
      update.executeUpdate();
      statement.execute(LOCK);
      connection.commit();
    } finally {
      connection.rollback(); // of what is not committed
    }
  }
}
