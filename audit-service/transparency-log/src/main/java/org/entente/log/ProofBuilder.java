package org.entente.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Builds proofs for one tree from its tiles. What is built is not trusted: verify it before it
/// leaves the log.
///
/// Each call reads all tiles it needs at once: for a single proof at most two per level. Sizes and
/// indices are at most `2^63 - 1`. Safe for use by several threads if the source is.
public final class ProofBuilder {

  private final TileSource source;
  private final long size;

  /// Proofs for the tree of the first `size` entries.
  public ProofBuilder(TileSource source, long size) {
    this.source = source;
    this.size = size;
  }

  /// Proof that the tree contains the entry at `index` (RFC 9162 section 2.1.3.1).
  public InclusionProof inclusion(long index) {
    return inclusions(List.of(index)).getFirst();
  }

  /// One inclusion proof for each index, in this order.
  public List<InclusionProof> inclusions(List<Long> indices) {
    List<List<Span>> paths =
        indices.stream().map(index -> Span.inclusionPath(index, size)).toList();
    Map<TileCoordinates, Tile> tiles = read(paths.stream().flatMap(List::stream).toList());
    List<InclusionProof> proofs = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      proofs.add(new InclusionProof(indices.get(i), size, hashes(paths.get(i), tiles)));
    }
    return proofs;
  }

  /// Proof that the tree continues the tree of its first `oldSize` entries (RFC 9162 section
  /// 2.1.4.1).
  public ConsistencyProof consistency(long oldSize) {
    List<Span> path = Span.consistencyPath(oldSize, size);
    return new ConsistencyProof(oldSize, size, hashes(path, read(path)));
  }

  /// The tree's compact range, recomputed from the tiles at its right edge.
  public CompactRange range() {
    List<Subtree> subtrees = new Span(0, size).subtrees();
    Map<TileCoordinates, Tile> tiles = read(List.of(new Span(0, size)));
    return new CompactRange(size, subtrees.stream().map(subtree -> hash(subtree, tiles)).toList());
  }

  private Map<TileCoordinates, Tile> read(List<Span> spans) {
    SequencedSet<TileCoordinates> places = new LinkedHashSet<>();
    for (Span span : spans) {
      span.subtrees().forEach(subtree -> places.add(subtree.tile(size)));
    }
    Map<TileCoordinates, Tile> tiles = new HashMap<>();
    if (!places.isEmpty()) {
      Tile.read(source, List.copyOf(places)).forEach(tile -> tiles.put(tile.at(), tile));
    }
    return tiles;
  }

  private List<NodeHash> hashes(List<Span> spans, Map<TileCoordinates, Tile> tiles) {
    List<NodeHash> hashes = new ArrayList<>();
    for (Span span : spans) {
      hashes.add(
          CompactRange.fold(span.subtrees().stream().map(part -> hash(part, tiles)).toList()));
    }
    return hashes;
  }

  private NodeHash hash(Subtree subtree, Map<TileCoordinates, Tile> tiles) {
    Tile tile = tiles.get(subtree.tile(size));
    if (tile == null) {
      throw new IllegalStateException("tile was not read");
    }
    return tile.subtree(subtree.firstInTile(), subtree.heightInTile());
  }
}
