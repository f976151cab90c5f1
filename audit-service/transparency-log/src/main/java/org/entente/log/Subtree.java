package org.entente.log;

/// A perfect subtree: the entries `[index * 2^height, (index + 1) * 2^height)`.
///
/// @param height 0 for a single leaf, at most 62
/// @param index position among the subtrees of this height
record Subtree(int height, long index) {

  private static final int TILE_HEIGHT = 8;

  /// The tile that holds the hashes below this subtree, as wide as it is in a tree of `size`.
  TileCoordinates tile(long size) {
    int level = height / TILE_HEIGHT;
    long n = firstHash() / TilePath.FULL;
    return new TileCoordinates(level, n, TileLayout.width(level, n, size));
  }

  /// Position within the tile of the first hash below this subtree.
  int firstInTile() {
    return (int) (firstHash() % TilePath.FULL);
  }

  /// How many levels of nodes lie between this subtree's root and the hashes of its tile.
  int heightInTile() {
    return height % TILE_HEIGHT;
  }

  private long firstHash() {
    return index << heightInTile();
  }
}
