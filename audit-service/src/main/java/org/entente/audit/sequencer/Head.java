package org.entente.audit.sequencer;

import org.entente.log.CompactRange;

/**
 * Where the log stands, as of the last commit that is known to have happened.
 *
 * @param range size, root and the state the next batch builds on
 * @param epoch this sequencer's term; a higher one in the database ends it
 * @param sequencedMs time of the last batch; later ones are never earlier (invariant I8)
 */
record Head(CompactRange range, long epoch, long sequencedMs) {

  long size() {
    return range.size();
  }

  /** The time of the next batch when the clock says this. */
  long nextTime(long clockMs) {
    return Math.max(clockMs, sequencedMs);
  }

  Head moved(CompactRange grown, long timeMs) {
    return new Head(grown, epoch, timeMs);
  }
}
