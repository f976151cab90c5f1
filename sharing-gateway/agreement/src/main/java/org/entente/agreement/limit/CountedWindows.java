package org.entente.agreement.limit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Counts refusals that come in floods, so that they need no record each: the first of a kind is
 * recorded before anybody is answered and opens a window; those that follow are counted until it is
 * closed. Thread-safe.
 *
 * @param <K> what is counted together; whoever counts sees to it that there are few
 * @param <F> what is known of the first one
 */
public final class CountedWindows<K, F> {

  /** While the first ones are recorded; a log that is slow must not gather a flood in memory. */
  private static final int MOST_WAITING = 1_000;

  private final Map<K, CountedWindow<F>> windows = new ConcurrentHashMap<>();
  private final Semaphore waiting;
  private final Supplier<RuntimeException> crowded;

  /**
   * Nothing is counted yet.
   *
   * @param crowded what is thrown when as many wait as may
   */
  public CountedWindows(Supplier<RuntimeException> crowded) {
    this(MOST_WAITING, crowded);
  }

  CountedWindows(int mostWaiting, Supplier<RuntimeException> crowded) {
    this.waiting = new Semaphore(mostWaiting);
    this.crowded = crowded;
  }

  /**
   * A window that is over.
   *
   * @param count how many there were, the first one included
   */
  public record Closed<K, F>(K kind, F first, Instant begun, long count) {}

  /**
   * Returns when the refusal is accounted for. Blocks while the first of its kind is recorded, and
   * throws at once when as many as may wait for such a one already; then nothing was counted.
   *
   * @param opening records the first one; what it throws is thrown to all who wait for it
   */
  public void count(K kind, F first, Instant at, Consumer<F> opening) {
    if (countsAlready(kind)) {
      return;
    }
    if (!waiting.tryAcquire()) {
      throw crowded.get();
    }
    try {
      await(kind, new CountedWindow<>(first, at), opening);
    } finally {
      waiting.release();
    }
  }

  private void await(K kind, CountedWindow<F> fresh, Consumer<F> opening) {
    var window = windows.compute(kind, (_, open) -> open != null && open.add() ? open : fresh);
    if (window == fresh) {
      open(kind, fresh, opening);
    }
    window.awaitOpened();
  }

  private void open(K kind, CountedWindow<F> window, Consumer<F> opening) {
    try {
      opening.accept(window.first());
      window.opened();
    } catch (RuntimeException e) { // Whoever waits for it must hear of it, whatever it is.
      windows.remove(kind, window);
      window.failed(e);
    }
  }

  /** Counts it if that takes no record and no waiting; whether it did. */
  public boolean countsAlready(K kind) {
    var window = windows.get(kind);
    return window != null && window.isOpen() && window.add();
  }

  /** Ends the windows that began by then; what comes now opens others. */
  public List<Closed<K, F>> close(Instant begunBy) {
    var closed = new ArrayList<Closed<K, F>>();
    windows.forEach((kind, window) -> {
      if (window.isDue(begunBy)) {
        closed.add(new Closed<>(kind, window.first(), window.begun(), window.close()));
        windows.remove(kind, window);
      }
    });
    return closed;
  }
}
