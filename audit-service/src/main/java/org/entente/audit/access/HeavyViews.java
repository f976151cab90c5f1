package org.entente.audit.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What searches, sums up or walks, for programs and for people: so many at a time that receipts and
 * the overview find a connection. Writing an export that was measured is not among them.
 * Thread-safe.
 */
@Singleton
public final class HeavyViews {

  /** Of eight connections one is the sequencer's. */
  public static final int AT_ONCE = 4;

  private static final Set<String> OPERATIONS =
      Set.of(
          "console.search",
          "console.seen",
          "console.did",
          "console.gaps",
          "console.review",
          "console.months",
          "console.month",
          "console.export",
          "console.reviews",
          "review.open",
          "log.search",
          "log.gaps",
          "log.export");

  private final Semaphore free = new Semaphore(AT_ONCE, true);
  private final Duration patience;

  @Inject
  HeavyViews() {
    this(Duration.ofSeconds(2));
  }

  HeavyViews(Duration patience) {
    this.patience = patience;
  }

  /**
   * Makes a view, at once when it is none of these.
   *
   * @throws ViewsBusy when too many are being made, and none is ready soon
   */
  public <T> T within(String operation, Supplier<T> view) {
    if (!OPERATIONS.contains(operation)) {
      return view.get();
    }
    await();
    try {
      return view.get();
    } finally {
      free.release();
    }
  }

  private void await() {
    try {
      if (free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new ViewsBusy();
  }
}
