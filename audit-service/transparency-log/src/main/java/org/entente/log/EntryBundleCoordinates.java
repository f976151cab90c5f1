package org.entente.log;

/// The place of an entry bundle: entries `[256 n, 256 n + width)`.
///
/// @param n index of the bundle, `0` to [TilePath#MAX_INDEX]
/// @param width number of entries, 1 to 256; a bundle of 256 is full
public record EntryBundleCoordinates(long n, int width) implements TilePath {

  /// Refuses numbers outside these ranges.
  public EntryBundleCoordinates {
    Spelling.requireRange(n, width);
  }

  /// Index of the first entry.
  public long firstEntry() {
    return n * FULL;
  }

  @Override
  public String path() {
    return Spelling.of("entries", n, width);
  }
}
