package org.entente.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with one authority's list.
 *
 * @param held empty when there has been none yet
 */
public record Standing(Authority authority, Optional<Held> held) {

  /**
   * The list that is held.
   *
   * @param fetched when it was last had from its source
   * @param until when it counts no longer
   */
  public record Held(RevocationList list, Instant fetched, Instant until) {}

  /** Whether it can be believed at this moment. */
  public boolean counts(Instant at) {
    return held.filter(list -> !at.isAfter(list.until())).isPresent();
  }

  /** How long it counts from then; negative when no longer, and without any as if it just ended. */
  public Duration left(Instant at) {
    return held.map(list -> Duration.between(at, list.until())).orElse(Duration.ZERO);
  }
}
