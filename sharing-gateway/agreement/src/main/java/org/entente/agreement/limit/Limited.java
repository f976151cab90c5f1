package org.entente.agreement.limit;

/**
 * What stood in a request's way.
 *
 * @param limit stable name of the limit, as in the metric: {@code client-rate} and so on
 * @param nanos until there is room, as far as that is known
 */
public record Limited(String limit, long nanos) {

  private static final long SECOND = 1_000_000_000L;

  /** For {@code Retry-After}: whole seconds, at least one, never too early. */
  public long seconds() {
    return Math.max(1, Math.ceilDiv(nanos, SECOND));
  }
}
