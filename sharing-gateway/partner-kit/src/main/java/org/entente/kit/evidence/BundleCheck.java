package org.entente.kit.evidence;

import java.util.ArrayList;
import java.util.List;
import org.entente.kit.wording.Counted;
import org.entente.log.EntryBundle;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.EvidenceRejected;
import org.entente.log.LeafHash;
import org.entente.log.Octets;
import org.entente.log.Tile;

/** Stored records against their published leaf hashes. */
public final class BundleCheck {

  private BundleCheck() {}

  /** What does not fit, the first one first; empty when all does. Never throws at odd bytes. */
  public static List<String> faults(EntryBundleCoordinates at, byte[] bundle, Tile leaves) {
    List<Octets> entries;
    try {
      entries = EntryBundle.parse(bundle);
    } catch (EvidenceRejected e) {
      return List.of(at.path() + " is no entry bundle: " + e.detail());
    }
    List<String> faults = new ArrayList<>();
    if (entries.size() != at.width()) {
      String held = Counted.of(entries.size(), "entry", "entries");
      faults.add("bundle " + at.n() + " holds " + held + " instead of " + at.width());
    }
    for (int i = 0; i < Math.min(at.width(), entries.size()); i++) {
      LeafHash published = new LeafHash(leaves.hash(i));
      if (!LeafHash.ofEntry(entries.get(i).toByteArray()).equals(published)) {
        faults.add(
            "entry "
                + (at.firstEntry() + i)
                + ": the stored record does not match its leaf hash ("
                + at.path()
                + ")");
      }
    }
    return faults;
  }
}
