package org.entente.gateway.turn;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.entente.gateway.watch.Step;
import org.entente.gateway.watch.Steps;

/**
 * How many calls of one party are under way at once; the next ones wait, first come, first served,
 * and never behind another party's. Blocks, so call it on a virtual thread. Thread-safe.
 */
public final class Turns {

  /** Name of those at the audit-service. */
  public static final String AUDIT = "audit-calls";

  /** Name of those at the indicator-service. */
  public static final String INDICATORS = "indicator-calls";

  private final int atOnce;
  private final Duration patience;
  private final Step step;
  private final Steps steps;
  private final Map<String, Semaphore> byParty = new ConcurrentHashMap<>();

  /**
   * @param atOnce calls of one party, at least 1
   * @param patience longest time to wait
   * @param step what such a call is, with the wait before it, to those who watch
   */
  public Turns(int atOnce, Duration patience, Step step, Steps steps) {
    if (atOnce < 1) {
      throw new IllegalArgumentException("calls at once must be at least 1, not " + atOnce);
    }
    this.atOnce = atOnce;
    this.patience = patience;
    this.step = step;
    this.steps = steps;
  }

  /**
   * The answer of this call once it was its turn.
   *
   * @param party a configured one or the one name for nobody: each is kept
   * @throws NoTurn when it did not come in time, or the thread was interrupted
   */
  public <T> T of(String party, Supplier<T> call) {
    return steps.take(step, () -> inTurn(party, call));
  }

  private <T> T inTurn(String party, Supplier<T> call) {
    Semaphore places = byParty.computeIfAbsent(party, _ -> new Semaphore(atOnce, true));
    await(places);
    try {
      return call.get();
    } finally {
      places.release();
    }
  }

  private void await(Semaphore places) {
    try {
      if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new NoTurn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoTurn();
    }
  }
}
