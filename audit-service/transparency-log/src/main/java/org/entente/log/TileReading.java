package org.entente.log;

import java.util.List;

/// Reads tiles and holds the source to its contract.
final class TileReading {

  private TileReading() {}

  static List<Tile> read(TileSource source, List<TileCoordinates> places) {
    List<Tile> tiles = source.read(places);
    if (!tiles.stream().map(Tile::at).toList().equals(places)) {
      throw new IllegalStateException("the tile source did not answer what it was asked");
    }
    return tiles;
  }
}
