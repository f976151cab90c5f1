package org.entente.audit.sequencer;

import java.time.Clock;
import java.time.Instant;
import org.entente.audit.identity.LogKeys;
import org.entente.log.CompactRange;

/** Time and signature of what is about to be committed. */
record Notary(LogKeys keys, Clock clock) {

  /** Milliseconds since the epoch, never before those of this head (invariant I8). */
  long timeAfter(Head head) {
    return head.nextTime(clock.millis());
  }

  /** The signed checkpoint. It must not leave this process before it is committed (I2). */
  String note(CompactRange tree, long timeMs) {
    return keys.sign(tree, Instant.ofEpochMilli(timeMs)).toString();
  }
}
