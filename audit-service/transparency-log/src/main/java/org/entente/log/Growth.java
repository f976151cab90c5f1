package org.entente.log;

import java.util.ArrayList;
import java.util.List;
import org.entente.log.EvidenceRejected.Reason;

/// What a batch of new entries makes of a tree: everything a log has to store, together, before it
/// signs the new root.
///
/// @param range the tree after the batch: size, root and the state for the next batch
/// @param fullTiles tiles that became full, level by level, left to right; each is written once and
///   never changes
public record Growth(CompactRange range, List<Tile> fullTiles) {

  /// Copies the list.
  public Growth {
    fullTiles = List.copyOf(fullTiles);
  }

  /// Appends a batch. The hashes already in the tiles that become full are read with one call, or
  /// none when no tile becomes full, and are checked against `before`: stored hashes that were
  /// changed are noticed here and never become a tile.
  ///
  /// @param before the tree so far
  /// @param batch leaf hashes of the new entries, in order
  /// @param stored the tiles of the tree so far
  /// @throws EvidenceRejected with `STORED_HASH_MISMATCH` when `stored` contradicts `before`
  public static Growth of(CompactRange before, List<LeafHash> batch, TileSource stored) {
    CompactRange after = before.appendAll(batch);
    List<Tile> edge = readEdge(before, after.size(), stored);
    List<Tile> full = new ArrayList<>();
    List<NodeHash> fresh = batch.stream().map(LeafHash::node).toList();
    for (int level = 0; !fresh.isEmpty(); level++) {
      List<Tile> filled = fill(level, TileLayout.hashes(level, before.size()), fresh, edge);
      full.addAll(filled);
      fresh = filled.stream().map(Tile::root).toList();
    }
    return new Growth(after, full);
  }

  /// The tiles at the right edge of the old tree that the new tree completes.
  private static List<Tile> readEdge(CompactRange before, long newSize, TileSource stored) {
    long oldSize = before.size();
    List<TileCoordinates> places = new ArrayList<>();
    for (TileCoordinates full : TileLayout.becomingFull(oldSize, newSize)) {
      int width = TileLayout.width(full.level(), full.n(), oldSize);
      if (width > 0) {
        places.add(new TileCoordinates(full.level(), full.n(), width));
      }
    }
    List<Tile> edge = places.isEmpty() ? List.of() : Tile.read(stored, places);
    edge.forEach(tile -> requireMatch(before, tile));
    return edge;
  }

  /// The full tiles that `fresh` hashes complete at one level which had `present` hashes.
  private static List<Tile> fill(int level, long present, List<NodeHash> fresh, List<Tile> edge) {
    List<NodeHash> row = new ArrayList<>();
    edge.stream().filter(tile -> tile.at().level() == level).forEach(t -> row.addAll(t.toList()));
    row.addAll(fresh);
    List<Tile> filled = new ArrayList<>();
    long n = present / TilePath.FULL;
    for (int at = 0; at + TilePath.FULL <= row.size(); at += TilePath.FULL) {
      filled.add(Tile.of(level, n++, row.subList(at, at + TilePath.FULL)));
    }
    return filled;
  }

  /// A partial tile of width w and the tree share the perfect subtrees that the bits of w name.
  private static void requireMatch(CompactRange before, Tile tile) {
    int first = 0;
    for (int height = 7; height >= 0; height--) {
      if ((tile.at().width() >> height & 1) == 1) {
        NodeHash expected = before.subtree(8 * tile.at().level() + height);
        if (!tile.subtree(first, height).equals(expected)) {
          throw new EvidenceRejected(
              Reason.STORED_HASH_MISMATCH, tile.at().path() + " is not what was appended");
        }
        first += 1 << height;
      }
    }
  }
}
