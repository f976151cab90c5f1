package org.entente.audit.witness;

import java.time.Instant;
import java.util.Optional;
import org.entente.log.Checkpoint;

/**
 * What a witness answered when it was asked what it remembers of the log.
 *
 * @param witness by the name of its keys
 * @param seen what it cosigned last; empty when it knows nothing of the log
 */
public record Memory(String witness, Optional<Seen> seen) {

  /**
   * A checkpoint, verified as the log's and the witness' own.
   *
   * @param at when the witness cosigned it, by its clock
   */
  public record Seen(Checkpoint checkpoint, Instant at) {

    /** How many entries it covers. */
    public long size() {
      return checkpoint.size();
    }
  }

  /** How many entries the witness has seen. */
  public long size() {
    return seen.map(Seen::size).orElse(0L);
  }
}
