package org.entente.audit.sequencer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.TreeDamaged;
import org.entente.log.CompactRange;
import org.entente.log.ProofBuilder;
import org.entente.log.RootHash;

/**
 * The head as stored, not yet believed. Reading it begins a new epoch.
 *
 * @param size of the log
 */
record PostgresHead(long size, RootHash root, long epoch, long sequencedMs) {

  // Waits for a transaction of an older leader that is still under way, then sees its result.
  private static final String TAKE_OVER =
      "UPDATE log_state SET epoch = epoch + 1, leader = ? WHERE id = 1"
          + " RETURNING size, root, epoch, sequenced_ms";
  private static final String LEADER = "SELECT leader FROM log_state WHERE id = 1";
  private static final String LATEST =
      "SELECT size, root FROM checkpoint ORDER BY size DESC LIMIT 1";

  /**
   * Raises the epoch; with the commit of this transaction every older leader is fenced off.
   *
   * @param address where fellow replicas reach the new one
   */
  static PostgresHead takeOver(Connection connection, Optional<String> address)
      throws SQLException {
    try (var statement = connection.prepareStatement(TAKE_OVER)) {
      statement.setString(1, address.orElse(null));
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw new TreeDamaged("log_state has no row");
        }
        return new PostgresHead(
            row.getLong("size"), root(row), row.getLong("epoch"), row.getLong("sequenced_ms"));
      }
    }
  }

  /** Where the one that leads, or led last, is reached. */
  static Optional<String> leader(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(LEADER);
        var row = select.executeQuery()) {
      return row.next() ? Optional.ofNullable(row.getString("leader")) : Optional.empty();
    }
  }

  /**
   * The head, if tiles, leaves and latest checkpoint say the same (invariant I7).
   *
   * @throws TreeDamaged when they do not: then nothing may be signed
   */
  Head believe(Connection connection) throws SQLException {
    var range = recompute(connection);
    if (!range.root().equals(root)) {
      throw new TreeDamaged(
          "tiles and leaves of size %d hash to %s, but log_state says %s"
              .formatted(size, range.root(), root));
    }
    requireCheckpoint(connection);
    return new Head(range, epoch, sequencedMs);
  }

  private CompactRange recompute(Connection connection) {
    return new ProofBuilder(new PostgresTiles(connection), size).range();
  }

  /** Only an empty log that was never led has no checkpoint. */
  private void requireCheckpoint(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(LATEST)) {
      var same = row.next() ? row.getLong("size") == size && root(row).equals(root) : isNew();
      if (!same) {
        throw new TreeDamaged("the latest checkpoint is not the one of size " + size);
      }
    }
  }

  /** Whether this is the first term of all. */
  boolean isNew() {
    return size == 0 && epoch == 1;
  }

  private static RootHash root(ResultSet row) throws SQLException {
    return RootHash.of(row.getBytes("root"));
  }
}
