package org.entente.audit.sequencer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something that must happen. */
public final class Await {

  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final long POLL_MS = 5;

  private Await() {}

  /** Polls until it has, half a minute at most. */
  public static void until(BooleanSupplier condition) throws InterruptedException {
    var end = System.nanoTime() + AT_MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not happen within " + AT_MOST);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }
  }
}
