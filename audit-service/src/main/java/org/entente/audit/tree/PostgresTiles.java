package org.entente.audit.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.log.NodeHash;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TileSource;

/**
 * Tiles from one connection. Full ones are rows; a partial one is derived: at level 0 from leaf
 * hashes, above from the roots of the full tiles below, at most 255 small rows either way. Use it
 * where the connection is used.
 *
 * @param connection stays open; its transaction decides what is seen
 */
public record PostgresTiles(Connection connection) implements TileSource {

  private static final String FULL = "SELECT hashes FROM tile WHERE level = ? AND n = ?";
  private static final String LEAVES =
      "SELECT leaf_hash FROM entry WHERE idx >= ? AND idx < ? ORDER BY idx";
  private static final String ROOTS =
      "SELECT root FROM tile WHERE n >= ? AND n < ? AND level = ? ORDER BY n";

  @Override
  public List<Tile> read(List<TileCoordinates> tiles) {
    try {
      var read = new ArrayList<Tile>();
      for (var tile : tiles) {
        read.add(tile.full() ? full(tile) : partial(tile));
      }
      return read;
    } catch (SQLException e) {
      throw new StoreFailed("reading tiles", e);
    }
  }

  private Tile full(TileCoordinates tile) throws SQLException {
    try (var select = connection.prepareStatement(FULL)) {
      select.setInt(1, tile.level());
      select.setLong(2, tile.n());
      try (var rows = select.executeQuery()) {
        if (!rows.next()) {
          throw new TreeDamaged(tile.path() + " is missing");
        }
        return Tile.of(tile, rows.getBytes("hashes"));
      }
    }
  }

  private Tile partial(TileCoordinates tile) throws SQLException {
    try (var select = connection.prepareStatement(tile.level() == 0 ? LEAVES : ROOTS)) {
      select.setLong(1, tile.firstHash());
      select.setLong(2, tile.firstHash() + tile.width());
      if (tile.level() > 0) {
        select.setInt(3, tile.level() - 1);
      }
      var hashes = hashes(select);
      if (hashes.size() != tile.width()) {
        throw new TreeDamaged(tile.path() + " lacks hashes");
      }
      return Tile.of(tile.level(), tile.n(), hashes);
    }
  }

  private static List<NodeHash> hashes(PreparedStatement select) throws SQLException {
    var hashes = new ArrayList<NodeHash>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        hashes.add(NodeHash.of(rows.getBytes(1)));
      }
    }
    return hashes;
  }
}
