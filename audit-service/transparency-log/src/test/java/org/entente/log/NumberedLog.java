package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Vectors for tiles: a log whose entry number i is the decimal text of i, grown over the sizes at
 * which tiles become full.
 */
final class NumberedLog {

  private static final int[] SIZES = {1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000};

  private NumberedLog() {}

  static String text() {
    StringBuilder text = new StringBuilder();
    InMemoryLog log = new InMemoryLog();
    for (int size : SIZES) {
      log.append(leaves((int) log.size(), size));
      text.append("root %d %s\n".formatted(size, log.range().root()));
      for (int level = 0; TileLayout.hashes(level, size) > 0; level++) {
        lastTile(log, level).forEach(tile -> text.append(line(size, tile)));
      }
    }
    return text.toString();
  }

  /** The rightmost tile of a level: partial unless the level ends with a full one. */
  private static List<Tile> lastTile(InMemoryLog log, int level) {
    long n = (TileLayout.hashes(level, log.size()) - 1) / TilePath.FULL;
    int width = TileLayout.width(level, n, log.size());
    return log.read(List.of(new TileCoordinates(level, n, width)));
  }

  private static String line(int size, Tile tile) {
    NodeHash digest = MerkleHasher.sha256(tile.hashes().toByteArray());
    return "tile %d %s %s\n".formatted(size, tile.at().path(), digest);
  }

  private static List<LeafHash> leaves(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> LeafHash.ofEntry(Integer.toString(i).getBytes(UTF_8)))
        .toList();
  }
}
