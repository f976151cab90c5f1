package org.entente.kit.mirror;

import java.util.List;
import java.util.stream.IntStream;
import org.entente.kit.evidence.LogReader;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TileLayout;
import org.entente.log.TileSource;

/// The hash tiles of the tree of one size. Tiles of smaller trees are cut from these: whoever keeps
/// them need not have old partial tiles any more.
record TreeOfSize(long size, TileSource tiles) implements TileSource {

  /// As a log serves it.
  static TreeOfSize served(long size, LogReader reader) {
    return new TreeOfSize(
        size, places -> places.stream().map(at -> Tile.of(at, reader.tile(at))).toList());
  }

  @Override
  public List<Tile> read(List<TileCoordinates> places) {
    List<Tile> whole =
        tiles.read(
            places.stream()
                .map(at ->
                    new TileCoordinates(
                        at.level(), at.n(), TileLayout.width(at.level(), at.n(), size)))
                .toList());
    return IntStream.range(0, places.size())
        .mapToObj(i -> whole.get(i).prefix(places.get(i).width()))
        .toList();
  }
}
