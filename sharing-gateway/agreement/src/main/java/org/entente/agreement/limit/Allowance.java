package org.entente.agreement.limit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one client, one agency or one party may have. Pure; not thread-safe. */
public final class Allowance {

  /** When requests in the house end is not known; most end within this. */
  private static final long A_MOMENT = 1_000_000_000L;

  private final String whose;
  private Figures figures;
  private TokenBucket bucket;
  private int inTheHouse;

  /**
   * Nothing of it is used yet.
   *
   * @param whose first part of the names of its limits: {@code client}, {@code party} and so on
   * @param now nanoseconds of a clock that does not go back, as everywhere here
   */
  public Allowance(String whose, Figures figures, long now) {
    this.whose = whose;
    this.figures = figures;
    this.bucket = new TokenBucket(figures.rate(), figures.burst(), now);
  }

  /** Other figures begin with a full bucket; the same go on. Who is in the house stays counted. */
  public Allowance under(Figures agreed, long now) {
    if (!agreed.equals(figures)) {
      figures = agreed;
      bucket = new TokenBucket(agreed.rate(), agreed.burst(), now);
    }
    return this;
  }

  /**
   * Lets one more request in, which takes from all of these or from none; or says what stands
   * longest in its way.
   */
  public static Optional<Limited> enter(List<Allowance> all, long now) {
    Optional<Limited> against =
        all.stream()
            .flatMap(each -> each.against(now).stream())
            .max(Comparator.comparingLong(Limited::nanos));
    if (against.isEmpty()) {
      all.forEach(each -> each.enter(now));
    }
    return against;
  }

  private Optional<Limited> against(long now) {
    long wait = bucket.untilToken(now);
    if (wait > 0) {
      return Optional.of(new Limited(whose + "-rate", wait));
    }
    return inTheHouse < figures.requests()
        ? Optional.empty()
        : Optional.of(new Limited(whose + "-requests", A_MOMENT));
  }

  private void enter(long now) {
    bucket.take(1, now);
    inTheHouse++;
  }

  /** A request that was let in is over. */
  public void leave() {
    inTheHouse--;
  }

  /** Takes this many requests' worth besides; what is missing is owed. */
  public void charge(int requests, long now) {
    bucket.take(requests, now);
  }

  /** Whether nothing of it is used: forgetting it gives nobody more than it has. */
  public boolean isWhole(long now) {
    return inTheHouse == 0 && bucket.isFull(now);
  }
}
