package org.entente.indicator.lookup;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.entente.indicator.batch.Overloaded;

/// How many look-ups are under way at once, of all parties and of each: each takes a connection to
/// the store for as long as it searches, and a party that asks in a loop leaves half of them to the
/// others. Nobody waits here. Thread-safe.
final class UnderWay {
  private final int share;
  private final Semaphore all;
  private final Map<String, Semaphore> byParty = new ConcurrentHashMap<>();

  /// @param most of all parties, at least 1; half of them of one
  UnderWay(int most) {
    this.share = Math.max(1, most / 2);
    this.all = new Semaphore(most);
  }

  /// Does this now, or not at all.
  ///
  /// @param party one that is agreed on: each is kept
  /// @throws Overloaded when as many are under way as may
  <T> T within(String party, Supplier<T> work) {
    Semaphore own = byParty.computeIfAbsent(party, _ -> new Semaphore(share));
    return taking(own, () -> taking(all, work));
  }

  private static <T> T taking(Semaphore places, Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new Overloaded("look up");
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
