package org.entente.revocation;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a list counts.
 *
 * @param maxAge after it was last had from its source, whatever it says itself
 * @param grace beyond both that and its {@code nextUpdate}
 */
public record Terms(Duration maxAge, Duration grace) {

  /** Refuses what is no length of time. */
  public Terms {
    if (maxAge.isNegative() || maxAge.isZero() || grace.isNegative()) {
      throw new IllegalArgumentException(
          "a list counts for some time, and a grace is not negative");
    }
  }

  Instant end(RevocationList list, Instant fetched) {
    Instant old = fetched.plus(maxAge);
    return (old.isBefore(list.nextUpdate()) ? old : list.nextUpdate()).plus(grace);
  }
}
