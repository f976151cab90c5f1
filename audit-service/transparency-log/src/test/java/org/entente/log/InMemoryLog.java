package org.entente.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A log as a store keeps it: leaf hashes and full tiles, everything else derived. */
final class InMemoryLog implements TileSource {

  private final List<LeafHash> leaves = new ArrayList<>();
  private final Map<TileCoordinates, Tile> full = new HashMap<>();
  private CompactRange range = CompactRange.empty();
  private int reads;
  private int tilesRead;

  static InMemoryLog of(List<LeafHash> leaves) {
    InMemoryLog log = new InMemoryLog();
    log.append(leaves);
    return log;
  }

  /** The i-th entry of the numbered test logs is the two bytes of i. */
  static List<LeafHash> numbered(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> LeafHash.ofEntry(new byte[] {(byte) (i >> 8), (byte) i}))
        .toList();
  }

  Growth append(List<LeafHash> batch) {
    Growth growth = Growth.of(range, batch, this);
    leaves.addAll(batch);
    growth.fullTiles().forEach(tile -> full.put(tile.at(), tile));
    range = growth.range();
    return growth;
  }

  CompactRange range() {
    return range;
  }

  long size() {
    return range.size();
  }

  LeafHash leaf(int i) {
    return leaves.get(i);
  }

  void overwriteLeaf(int i, LeafHash other) {
    leaves.set(i, other);
  }

  int reads() {
    return reads;
  }

  int tilesRead() {
    return tilesRead;
  }

  ProofBuilder proofs() {
    return new ProofBuilder(this, size());
  }

  @Override
  public List<Tile> read(List<TileCoordinates> tiles) {
    reads++;
    tilesRead += tiles.size();
    return tiles.stream().map(this::tile).toList();
  }

  Tile tile(TileCoordinates at) {
    Tile stored = full.get(new TileCoordinates(at.level(), at.n(), TilePath.FULL));
    return stored != null ? stored.prefix(at.width()) : derived(at);
  }

  private Tile derived(TileCoordinates at) {
    List<NodeHash> hashes = new ArrayList<>();
    for (long i = at.firstHash(); i < at.firstHash() + at.width(); i++) {
      hashes.add(
          at.level() == 0
              ? leaves.get((int) i).node()
              : tile(new TileCoordinates(at.level() - 1, i, TilePath.FULL)).root());
    }
    return Tile.of(at.level(), at.n(), hashes);
  }
}
