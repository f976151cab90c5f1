package org.entente.audit.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.log.NodeHash;
import org.entente.log.TileCoordinates;

/**
 * Roots of full tiles.
 *
 * @param connection stays open
 */
record PostgresRoots(Connection connection) {

  private static final String ROOTS =
      "SELECT root FROM tile WHERE level = ? AND n >= ? AND n < ? ORDER BY n";

  /** Those of the tiles that this one is made of. */
  List<NodeHash> below(TileCoordinates tile) throws SQLException {
    var roots = new ArrayList<NodeHash>();
    try (var select = connection.prepareStatement(ROOTS)) {
      select.setInt(1, tile.level() - 1);
      select.setLong(2, tile.firstHash());
      select.setLong(3, tile.firstHash() + tile.width());
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          roots.add(NodeHash.of(rows.getBytes("root")));
        }
      }
    }
    return roots;
  }
}
