package org.entente.audit.fsck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.audit.fsck.Chunk.StoredTile;
import org.entente.log.LeafHash;
import org.entente.log.NodeHash;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TileLayout;

/**
 * Whether every tile equals what is below it. Pure.
 *
 * @param below the roots of the full tiles of a level that a tile above it is made of, as stored
 */
record TreeCheck(Chunk chunk, Below below) {

  /** Reads what is below. */
  @FunctionalInterface
  interface Below {

    /** The hashes a tile above level 0 must have, in order; fewer when some are missing. */
    List<NodeHash> of(TileCoordinates tile);
  }

  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    for (var at : TileLayout.becomingFull(chunk.from(), chunk.to())) {
      var stored = chunk.tiles().get(at);
      if (stored == null) {
        findings.add(Finding.ofLog(at.path(), "is missing"));
      } else if (at.level() == 0) {
        leaves(findings, at, stored);
      } else {
        above(findings, at, stored);
      }
    }
    return findings;
  }

  private void leaves(List<Finding> findings, TileCoordinates at, StoredTile stored) {
    var tile = new Tile(at, stored.hashes());
    for (var row : chunk.rows()) {
      var hash = tile.hash(Math.toIntExact(row.index() - at.firstHash()));
      if (row.intact() && !row.stored().node().equals(hash)) {
        findings.add(
            Finding.ofLog(Finding.entry(row.index()), "is not what " + at.path() + " has"));
      } else if (!row.intact() && row.hashed().node().equals(hash)) {
        findings.add(
            Finding.ofLog(
                Finding.entry(row.index()), "its leaf hash is not what " + at.path() + " has"));
      }
    }
    root(findings, tile, stored);
  }

  private void above(List<Finding> findings, TileCoordinates at, StoredTile stored) {
    var tile = new Tile(at, stored.hashes());
    if (!tile.toList().equals(below.of(at))) {
      findings.add(Finding.ofLog(at.path(), "is not what the tiles below it hash to"));
    }
    root(findings, tile, stored);
  }

  private static void root(List<Finding> findings, Tile tile, StoredTile stored) {
    if (!tile.root().equals(stored.root().node())) {
      findings.add(Finding.ofLog(tile.at().path(), "its root is not that of its hashes"));
    }
  }

  /** The leaves by the entries' own bytes; empty when some are missing. */
  Optional<List<LeafHash>> byEntries() {
    return all(Row::hashed);
  }

  /** The leaves by the hashes stored beside the entries; empty when some are missing. */
  Optional<List<LeafHash>> byLeafHashes() {
    return all(Row::stored);
  }

  private Optional<List<LeafHash>> all(Function<Row, LeafHash> leaf) {
    return chunk.rows().size() == chunk.to() - chunk.from()
        ? Optional.of(chunk.rows().stream().map(leaf).toList())
        : Optional.empty();
  }

  /** The leaves by the tile; empty when it is not there, or not full yet. */
  Optional<List<LeafHash>> byTile() {
    return tile()
        .map(stored -> new Tile(place(), stored.hashes()))
        .map(tile -> tile.toList().stream().map(LeafHash::new).toList());
  }

  /** Whether the root stored beside the tile is that of these leaves; true without a tile. */
  boolean fitsRoot(List<LeafHash> leaves) {
    var nodes = leaves.stream().map(LeafHash::node).toList();
    return tile()
        .map(stored -> Tile.of(0, place().n(), nodes).root().equals(stored.root().node()))
        .orElse(true);
  }

  private Optional<StoredTile> tile() {
    return Optional.ofNullable(chunk.tiles().get(place()));
  }

  private TileCoordinates place() {
    return new TileCoordinates(0, chunk.from() / 256, 256);
  }
}
