package org.entente.audit.fsck;

import java.time.Instant;
import java.util.Optional;

/**
 * A pass over the log.
 *
 * @param number from 1
 * @param ended empty while it is under way
 */
record Pass(long number, Position position, Instant started, Optional<Instant> ended) {

  static Pass begun(long number, Instant now) {
    return new Pass(number, Position.START, now, Optional.empty());
  }

  /** After this step. */
  Pass moved(Step step, Instant now) {
    return new Pass(
        number, step.position(), started, step.ended() ? Optional.of(now) : Optional.empty());
  }
}
