package org.entente.audit.tile;

import jakarta.inject.Singleton;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.tree.TreeDamaged;
import org.entente.log.EntryBundle;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.EvidenceRejected;
import org.entente.log.TileCoordinates;
import org.entente.log.TileLayout;
import org.entente.log.TilePath;

/** Tiles and bundles of the committed tree, by path. */
@Singleton
final class Tiles {

  private final PostgresLog log;

  Tiles(PostgresLog log) {
    this.log = log;
  }

  String checkpoint() {
    return log.read("reading the checkpoint", c -> StoredCheckpoint.latest(c).note());
  }

  byte[] hashes(String path) {
    if (!(parse(path) instanceof TileCoordinates tile)) {
      throw new TileUnknown(path);
    }
    return log.read(
            "reading a tile",
            connection -> {
              if (!TileLayout.contains(StoredCheckpoint.latest(connection).size(), tile)) {
                throw new TileUnknown(path);
              }
              return new PostgresTiles(connection).read(List.of(tile)).getFirst().hashes();
            })
        .toByteArray();
  }

  byte[] entries(String path) {
    if (!(parse(path) instanceof EntryBundleCoordinates bundle)) {
      throw new TileUnknown(path);
    }
    var bodies =
        log.read(
            "reading entries",
            connection -> {
              if (!TileLayout.contains(StoredCheckpoint.latest(connection).size(), bundle)) {
                throw new TileUnknown(path);
              }
              return PostgresBodies.read(connection, bundle.firstEntry(), bundle.width());
            });
    if (bodies.size() != bundle.width()) {
      throw new TreeDamaged(path + " lacks entries");
    }
    return EntryBundle.encode(bodies);
  }

  /** One entry, as it is stored. */
  byte[] entry(long index) {
    return log.read(
            "reading an entry", connection -> PostgresBodies.read(connection, index, 1).getFirst())
        .toByteArray();
  }

  private static TilePath parse(String path) {
    try {
      return TilePath.parse(path);
    } catch (EvidenceRejected _) {
      throw new TileUnknown(path);
    }
  }
}
