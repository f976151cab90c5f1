package org.entente.audit.receipt;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.audit.tree.StoredEntry;
import org.entente.log.LeafHash;

/** Finds an entry by what names it outside: its leaf hash. */
final class PostgresEntryByLeaf {

  private static final String BY_LEAF =
      "SELECT " + StoredEntry.COLUMNS + " FROM entry WHERE leaf_hash = ? ORDER BY idx LIMIT 1";

  private PostgresEntryByLeaf() {}

  static Optional<StoredEntry> find(Connection connection, LeafHash leaf) throws SQLException {
    try (var select = connection.prepareStatement(BY_LEAF)) {
      select.setBytes(1, leaf.toByteArray());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(StoredEntry.of(row)) : Optional.empty();
      }
    }
  }
}
