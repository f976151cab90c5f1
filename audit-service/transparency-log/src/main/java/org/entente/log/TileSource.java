package org.entente.log;

import java.util.List;

/// Where proofs get their hashes from. A store keeps only full tiles and the leaf hash of every
/// entry; it derives a partial tile from the leaf hashes `[firstHash, firstHash + width)` at level
/// 0, and above from the roots of the full tiles `[firstHash, firstHash + width)` one level below.
///
/// Called with everything one piece of work needs, so that a store can answer in one round trip. A
/// tile asked for with a smaller width than it has by now is the prefix of the present one
/// ([Tile#prefix]).
@FunctionalInterface
public interface TileSource {

  /// Reads these tiles.
  ///
  /// @param tiles distinct places, all within the tree the caller knows
  /// @return one tile for each place, in the same order and of exactly that width; a source that
  ///   cannot do so throws
  List<Tile> read(List<TileCoordinates> tiles);
}
