package org.entente.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.entente.log.EvidenceRejected.Reason;

/// A hash tile: up to 256 neighbouring hashes of one level.
///
/// @param at its place, which also says how many hashes it has
/// @param hashes the hashes one after the other, 32 bytes each, as they are served and stored
public record Tile(TileCoordinates at, Octets hashes) {

  /// Refuses content whose length does not fit the width.
  public Tile {
    if (hashes.length() != at.width() * NodeHash.BYTES) {
      throw new EvidenceRejected(
          Reason.ENCODING_MALFORMED, at.path() + " has " + hashes.length() + " bytes");
    }
  }

  /// A tile from its stored or served bytes.
  public static Tile of(TileCoordinates at, byte[] bytes) {
    return new Tile(at, Octets.of(bytes));
  }

  /// A tile from single hashes; their number is its width.
  public static Tile of(int level, long n, List<NodeHash> hashes) {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * NodeHash.BYTES);
    hashes.forEach(hash -> bytes.put(hash.octets().shared()));
    return new Tile(new TileCoordinates(level, n, hashes.size()), Octets.owning(bytes.array()));
  }

  /// Reads tiles and holds the source to its contract.
  static List<Tile> read(TileSource source, List<TileCoordinates> places) {
    List<Tile> tiles = source.read(places);
    if (!tiles.stream().map(Tile::at).toList().equals(places)) {
      throw new IllegalStateException("the tile source did not answer what it was asked");
    }
    return tiles;
  }

  /// Hash number `i`, from 0.
  public NodeHash hash(int i) {
    return new NodeHash(hashes.slice(i * NodeHash.BYTES, (i + 1) * NodeHash.BYTES));
  }

  /// All hashes, in order.
  public List<NodeHash> toList() {
    List<NodeHash> list = new ArrayList<>(at.width());
    for (int i = 0; i < at.width(); i++) {
      list.add(hash(i));
    }
    return list;
  }

  /// The same tile when it had fewer hashes.
  public Tile prefix(int width) {
    return new Tile(
        new TileCoordinates(at.level(), at.n(), width), hashes.slice(0, width * NodeHash.BYTES));
  }

  /// The root of a full tile, which is a hash of the tile above.
  ///
  /// @throws EvidenceRejected with `ENCODING_MALFORMED` for a partial tile: it has no root yet
  public NodeHash root() {
    if (!at.full()) {
      throw new EvidenceRejected(Reason.ENCODING_MALFORMED, at.path() + " is not full");
    }
    return subtree(0, 8);
  }

  /// The root over the `2^height` hashes that start at `first`.
  NodeHash subtree(int first, int height) {
    if (height == 0) {
      return hash(first);
    }
    int half = 1 << (height - 1);
    return MerkleHasher.node(subtree(first, height - 1), subtree(first + half, height - 1));
  }
}
