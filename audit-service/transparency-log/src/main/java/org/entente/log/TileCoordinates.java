package org.entente.log;

import org.entente.log.EvidenceRejected.Reason;

/// The place of a hash tile. Its hash number `i` covers the entries `[(256 n + i) * 256^level, (256
/// n + i + 1) * 256^level)`; at level 0 these are leaf hashes, above they are the roots of the full
/// tiles one level below.
///
/// @param level 0 to 63; trees that can exist have levels 0 to 7
/// @param n index of the tile within its level, `0` to [TilePath#MAX_INDEX]
/// @param width number of hashes, 1 to 256; a tile of 256 is full
public record TileCoordinates(int level, long n, int width) implements TilePath {

  private static final int MAX_LEVEL = 63;

  /// Refuses numbers outside these ranges.
  public TileCoordinates {
    Spelling.requireRange(n, width);
    if (level < 0 || level > MAX_LEVEL) {
      throw new EvidenceRejected(Reason.ENCODING_MALFORMED, "no tile has level " + level);
    }
  }

  /// Whether the tile has all its 256 hashes and so will never change.
  public boolean full() {
    return width == FULL;
  }

  /// Position of the first hash within the level: at level 0 the index of an entry, above the index
  /// of a full tile one level below.
  public long firstHash() {
    return n * FULL;
  }

  @Override
  public String path() {
    return Spelling.of(Integer.toString(level), n, width);
  }
}
