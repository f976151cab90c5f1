package org.entente.gateway.limit;

import java.util.Optional;

/** What one client, one agency or one party may have. Pure; not thread-safe. */
final class Allowance {

  /** When requests in the house end is not known; most end within this. */
  private static final long A_MOMENT = 1_000_000_000L;

  private final String whose;
  private Figures figures;
  private TokenBucket bucket;
  private int inTheHouse;

  Allowance(String whose, Figures figures, long now) {
    this.whose = whose;
    this.figures = figures;
    this.bucket = new TokenBucket(figures.rate(), figures.burst(), now);
  }

  /** Other figures begin with a full bucket; the same go on. Who is in the house stays counted. */
  Allowance under(Figures agreed, long now) {
    if (!agreed.equals(figures)) {
      figures = agreed;
      bucket = new TokenBucket(agreed.rate(), agreed.burst(), now);
    }
    return this;
  }

  /** Why one more request may not come in now, if so. Changes nothing. */
  Optional<Limited> against(long now) {
    long wait = bucket.untilToken(now);
    if (wait > 0) {
      return Optional.of(new Limited(whose + "-rate", wait));
    }
    return inTheHouse < figures.requests()
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
