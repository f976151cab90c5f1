package org.entente.audit.sequencer;

import java.util.UUID;
import org.entente.log.LeafHash;

/** What became of one record. */
public sealed interface AppendResult {

  /**
   * The record is durable at this index.
   *
   * @param replayed whether it had been appended before, so that nothing was added now
   */
  record Appended(long index, LeafHash leaf, boolean replayed) implements AppendResult {}

  /** Another record was appended under this key before; nothing was added. */
  record Conflict(UUID uid) implements AppendResult {}
}
