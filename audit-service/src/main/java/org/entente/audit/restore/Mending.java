package org.entente.audit.restore;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.audit.tree.StoredEntry;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.LeafHash;
import org.entente.log.TilePath;

/**
 * Puts the bytes of entries back that are stored and are not those under their leaf hash any more.
 * From the mirror only bytes are taken that have that very leaf hash, so what it proves is what it
 * proved before; a leaf hash that was changed itself finds no bytes, and {@code fsck} names it.
 *
 * @param mirrored how many entries the mirror has
 * @param out where each one is told
 */
record Mending(MirrorFolder folder, long mirrored, PrintStream out) {

  /**
   * Looks at every stored entry.
   *
   * @return how many stay damaged
   */
  long run(PostgresBodies bodies) throws SQLException, IOException {
    long left = 0;
    var entries = bodies.from(0);
    while (!entries.isEmpty()) {
      for (var entry : entries) {
        if (!entry.intact() && !mend(bodies, entry)) {
          left++;
        }
      }
      entries = bodies.from(entries.getLast().index() + 1);
    }
    return left;
  }

  private boolean mend(PostgresBodies bodies, StoredEntry damaged)
      throws SQLException, IOException {
    var kept = kept(damaged.index());
    if (kept.filter(bytes -> LeafHash.ofEntry(bytes).equals(damaged.leaf())).isEmpty()) {
      out.printf("Entry %d is damaged, and the mirror does not have it.%n", damaged.index());
      return false;
    }
    bodies.putBack(damaged.index(), kept.get());
    out.printf("Put back the bytes of entry %d.%n", damaged.index());
    return true;
  }

  /** What the mirror has under this index, whatever that is. */
  private Optional<byte[]> kept(long index) throws IOException {
    if (index >= mirrored) {
      return Optional.empty();
    }
    var n = index / TilePath.FULL;
    var width = (int) Math.min(TilePath.FULL, mirrored - n * TilePath.FULL);
    try {
      var bundle = folder.entries(new EntryBundleCoordinates(n, width));
      return Optional.of(bundle.get((int) (index % TilePath.FULL)).toByteArray());
    } catch (RestoreRefused e) {
      out.println(e.getMessage());
      return Optional.empty();
    }
  }
}
