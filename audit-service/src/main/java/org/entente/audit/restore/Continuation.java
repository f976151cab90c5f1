package org.entente.audit.restore;

import java.util.Comparator;
import java.util.List;
import org.entente.audit.sequencer.NewEntry;
import org.entente.log.Checkpoint;
import org.entente.log.CompactRange;

/**
 * Whether a mirror's entries continue the stored log to what was signed.
 *
 * @param stored the log as it is stored
 */
record Continuation(CompactRange stored, MirrorTail tail) {

  /**
   * A tree that somebody vouches for.
   *
   * @param by who does, for the message
   */
  record Vouched(Checkpoint checkpoint, String by) {}

  /**
   * Reads all entries from the end of the stored log on, and holds the tree against each of these.
   * One that fits also proves that what is stored is its beginning.
   *
   * @param vouched of sizes beyond the stored log, within the mirror's
   * @throws RestoreRefused naming the first that does not fit
   */
  void require(List<Vouched> vouched) {
    var grown = stored;
    for (var next :
        vouched.stream().sorted(Comparator.comparingLong(v -> v.checkpoint().size())).toList()) {
      var from = grown.size();
      grown = to(grown, next.checkpoint().size());
      if (!grown.root().equals(next.checkpoint().root())) {
        throw new RestoreRefused(
            """
            entries %d to %d of the mirror do not continue the stored log to %s of size %d: \
            the mirror was changed, or the database is of another past\
            """
                .formatted(from, grown.size() - 1, next.by(), grown.size()));
      }
    }
  }

  private CompactRange to(CompactRange from, long size) {
    var grown = from;
    if (size > from.size()) {
      for (var batch : tail.between(from.size(), size)) {
        grown = grown.appendAll(batch.stream().map(NewEntry::leaf).toList());
      }
    }
    return grown;
  }
}
