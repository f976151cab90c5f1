package org.entente.audit.receipt;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.audit.tree.StoredEntry;
import org.entente.log.LeafHash;

/** Finds an entry by what names it outside: its leaf hash or its index. */
final class PostgresEntry {

  private static final String BY_LEAF =
      "SELECT " + StoredEntry.COLUMNS + " FROM entry WHERE leaf_hash = ? ORDER BY idx LIMIT 1";

  private static final String BY_INDEX =
      "SELECT " + StoredEntry.COLUMNS + " FROM entry WHERE idx = ?";

  private static final String READABLE = "SELECT 1 FROM entry_reader WHERE reader = ? AND idx = ?";

  private PostgresEntry() {}

  static Optional<StoredEntry> of(Connection connection, LeafHash leaf) throws SQLException {
    try (var select = connection.prepareStatement(BY_LEAF)) {
      select.setBytes(1, leaf.toByteArray());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(StoredEntry.of(row)) : Optional.empty();
      }
    }
  }

  static Optional<StoredEntry> at(Connection connection, long index) throws SQLException {
    try (var select = connection.prepareStatement(BY_INDEX)) {
      select.setLong(1, index);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(StoredEntry.of(row)) : Optional.empty();
      }
    }
  }

  /** Whether this party's auditors may read the entry. */
  static boolean isReadable(Connection connection, StoredEntry entry, String party)
      throws SQLException {
    try (var select = connection.prepareStatement(READABLE)) {
      select.setString(1, party);
      select.setLong(2, entry.index());
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
