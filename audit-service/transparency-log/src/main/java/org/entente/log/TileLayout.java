package org.entente.log;

import java.util.ArrayList;
import java.util.List;

/// Which tiles a tree of a given size has. Sizes are at most `2^63 - 1`, as a database stores them.
public final class TileLayout {

  private static final int BITS_PER_LEVEL = 8;

  private TileLayout() {}

  /// Number of hashes at this level: how many perfect subtrees of `256^level` entries there are.
  public static long hashes(int level, long size) {
    return level * BITS_PER_LEVEL >= Long.SIZE ? 0 : size >>> (level * BITS_PER_LEVEL);
  }

  /// Width of tile `n` at this level: 256 when full, 0 when the tree has no such tile.
  public static int width(int level, long n, long size) {
    return Math.clamp(hashes(level, size) - n * TilePath.FULL, 0, TilePath.FULL);
  }

  /// Whether a tree of this size has all the hashes of this tile, so that it may be served.
  public static boolean contains(long size, TileCoordinates tile) {
    return tile.width() <= width(tile.level(), tile.n(), size);
  }

  /// Whether a tree of this size has all the entries of this bundle.
  public static boolean contains(long size, EntryBundleCoordinates bundle) {
    return bundle.width() <= width(0, bundle.n(), size);
  }

  /// The tiles that are full at `newSize` and were not at `oldSize`, level by level, left to right.
  public static List<TileCoordinates> becomingFull(long oldSize, long newSize) {
    List<TileCoordinates> tiles = new ArrayList<>();
    for (int level = 0; hashes(level + 1, newSize) > 0; level++) {
      for (long n = hashes(level + 1, oldSize); n < hashes(level + 1, newSize); n++) {
        tiles.add(new TileCoordinates(level, n, TilePath.FULL));
      }
    }
    return tiles;
  }
}
