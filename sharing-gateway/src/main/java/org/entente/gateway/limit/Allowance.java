package org.entente.gateway.limit;

import java.util.Optional;

/** What one client, one agency or one party may have. Pure; not thread-safe. */
final class Allowance {

  /** When requests in the house end is not known; most end within this. */
  private static final long A_MOMENT = 1_000_000_000L;

  private final String whose;
  private final int most;
  private final TokenBucket bucket;
  private int inTheHouse;

  Allowance(String whose, Figures figures, long now) {
    this.whose = whose;
    this.most = figures.requests();
    this.bucket = new TokenBucket(figures.rate(), figures.burst(), now);
  }

  /** Why one more request may not come in now, if so. Changes nothing. */
  Optional<Limited> against(long now) {
    long wait = bucket.untilToken(now);
    if (wait > 0) {
      return Optional.of(new Limited(whose + "-rate", wait));
    }
    return inTheHouse < most
        ? Optional.empty()
        : Optional.of(new Limited(whose + "-requests", A_MOMENT));
  }

  void enter(long now) {
    bucket.take(1, now);
    inTheHouse++;
  }

  void leave() {
    inTheHouse--;
  }

  void charge(int tokens, long now) {
    bucket.take(tokens, now);
  }
}
