package org.entente.kit.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.entente.log.CompactRange;
import org.entente.log.LeafHash;
import org.entente.log.NodeHash;
import org.entente.log.Tile;
import org.entente.log.TileLayout;
import org.entente.log.TilePath;

/// A tree recomputed so far.
///
/// @param range its compact range
/// @param rows for each level the hashes of its last tile, if that is partial
record Recomputed(CompactRange range, List<List<NodeHash>> rows) {

  Recomputed {
    rows = rows.stream().map(List::copyOf).toList();
  }

  static Recomputed nothing() {
    return new Recomputed(CompactRange.empty(), List.of());
  }

  /// The tree with the hashes of this tile, which starts where the tree ends.
  ///
  /// @param filled told each tile above the leaves that is full now
  Recomputed append(Tile leaves, Consumer<Tile> filled) {
    List<List<NodeHash>> next = new ArrayList<>();
    rows.forEach(row -> next.add(new ArrayList<>(row)));
    CompactRange grown = range.appendAll(leaves.toList().stream().map(LeafHash::new).toList());
    leaves.toList().forEach(hash -> add(next, 0, hash, grown.size(), filled));
    return new Recomputed(grown, next);
  }

  private static void add(
      List<List<NodeHash>> rows, int level, NodeHash hash, long size, Consumer<Tile> filled) {
    if (level == rows.size()) {
      rows.add(new ArrayList<>());
    }
    List<NodeHash> row = rows.get(level);
    row.add(hash);
    if (row.size() == TilePath.FULL) {
      // Hashes come in order, so the tile that fills is the last full one of its level.
      Tile tile = Tile.of(level, TileLayout.hashes(level + 1, size) - 1, row);
      if (level > 0) {
        filled.accept(tile);
      }
      row.clear();
      add(rows, level + 1, tile.root(), size, filled);
    }
  }

  /// The partial tiles above the leaves.
  List<Tile> edges() {
    List<Tile> edges = new ArrayList<>();
    for (int level = 1; level < rows.size(); level++) {
      if (!rows.get(level).isEmpty()) {
        long n = TileLayout.hashes(level, range.size()) / TilePath.FULL;
        edges.add(Tile.of(level, n, rows.get(level)));
      }
    }
    return edges;
  }
}
