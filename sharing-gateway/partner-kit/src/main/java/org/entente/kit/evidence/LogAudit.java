package org.entente.kit.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kit.wording.Counted;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.LeafHash;
import org.entente.log.SignedNote;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TlogPolicy;

/**
 * Recomputes a whole log from its stored entries and compares it with what the log signed. Believes
 * nothing but the keys of the policy. One use, one thread.
 */
public final class LogAudit {

  private static final int TILE = 256;

  private final LogReader reader;
  private final TlogPolicy policy;
  private final Optional<Checkpoint> kept;
  private final List<String> findings = new ArrayList<>();
  private CompactRange range = CompactRange.empty();

  /**
   * What came of it.
   *
   * @param findings what does not fit, the first one first; empty when all does
   */
  public record Result(Checkpoint checkpoint, List<String> findings) {

    /** Copies the list. */
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /** {@code kept} is a checkpoint from an earlier day that the log must still contain. */
  public LogAudit(LogReader reader, TlogPolicy policy, Optional<Checkpoint> kept) {
    this.reader = reader;
    this.policy = policy;
    this.kept = kept;
  }

  /** Reads everything; an {@link org.entente.log.EvidenceRejected} means an unsigned checkpoint. */
  public Result run() {
    // The newest one is not witnessed yet, and must not be: its entries are what is audited.
    Checkpoint checkpoint = policy.sequenced().verify(SignedNote.parse(reader.checkpoint()));
    for (long n = 0; n * TILE < checkpoint.size(); n++) {
      int width = (int) Math.min(TILE, checkpoint.size() - n * TILE);
      readBundle(n, width);
    }
    compareRoot(checkpoint, "the signed checkpoint");
    if (kept.isPresent() && kept.get().size() > checkpoint.size()) {
      findings.add(
          "the log has "
              + Counted.of(checkpoint.size(), "entry", "entries")
              + ", but the kept checkpoint had "
              + kept.get().size());
    }
    return new Result(checkpoint, findings);
  }

  /** One bundle: each stored record against its published leaf hash. */
  private void readBundle(long n, int width) {
    TileCoordinates at = new TileCoordinates(0, n, width);
    Tile leaves = Tile.of(at, reader.tile(at));
    EntryBundleCoordinates bundle = new EntryBundleCoordinates(n, width);
    findings.addAll(BundleCheck.faults(bundle, reader.tile(bundle), leaves));
    for (int i = 0; i < width; i++) {
      long index = n * TILE + i;
      LeafHash published = new LeafHash(leaves.hash(i));
      range = range.append(published);
      if (kept.isPresent() && kept.get().size() == index + 1) {
        compareRoot(kept.get(), "the kept checkpoint");
      }
    }
  }

  private void compareRoot(Checkpoint expected, String name) {
    if (range.size() == expected.size() && !range.root().equals(expected.root())) {
      findings.add(
          "the tree over the published leaf hashes does not have the root of "
              + name
              + " of size "
              + expected.size());
    }
  }
}
