package org.entente.agreement.limit;

/**
 * A token bucket in whole numbers: it never gains or loses a token to rounding. Time is in
 * nanoseconds of a clock that does not go back. Pure; not thread-safe.
 */
final class TokenBucket {

  /** One token; each nanosecond brings {@code rate} parts of it. */
  private static final long TOKEN = 1_000_000_000L;

  private final long rate;
  private final long most;
  private long level;
  private long seen;

  /**
   * A full bucket.
   *
   * @param rate tokens a second, 1 to 1 000 000
   * @param burst most tokens in it, 1 to 1 000 000
   */
  TokenBucket(int rate, int burst, long now) {
    this.rate = rate;
    this.most = burst * TOKEN;
    this.level = most;
    this.seen = now;
  }

  /** Nanoseconds until there is a token; 0 when there is one now. */
  long untilToken(long now) {
    refill(now);
    return level >= TOKEN ? 0 : Math.ceilDiv(TOKEN - level, rate);
  }

  /** Whether it holds all it can. */
  boolean isFull(long now) {
    refill(now);
    return level == most;
  }

  /**
   * Takes tokens, whether there are so many or not: what is missing is owed, but never more than
   * one bucket full, so that nobody waits for longer than {@code (burst + 1) / rate} seconds.
   */
  void take(int tokens, long now) {
    refill(now);
    level = Math.max(level - tokens * TOKEN, -most);
  }

  /** Beyond the time that fills it from the bottom nothing is multiplied, so nothing overflows. */
  private void refill(long now) {
    long elapsed = Math.max(0, now - seen);
    level = elapsed >= Math.ceilDiv(most - level, rate) ? most : level + elapsed * rate;
    seen = Math.max(seen, now);
  }
}
