package org.entente.audit.tile;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** The path names no tile, or one the log has not reached yet. */
final class TileUnknown extends Refusal {
  TileUnknown(String path) {
    super(RefusalCode.TILE_UNKNOWN, path + " is not a tile of the present tree");
  }
}
