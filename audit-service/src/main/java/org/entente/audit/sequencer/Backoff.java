package org.entente.audit.sequencer;

import java.util.concurrent.TimeUnit;

/** Waits longer after every failure in a row, from 50 ms to half a second. Not thread-safe. */
final class Backoff {

  private static final long FIRST_MS = 50;
  private static final long LONGEST_MS = 500;

  private long next = FIRST_MS;

  void await() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(next);
    next = Math.min(2 * next, LONGEST_MS);
  }

  void reset() {
    next = FIRST_MS;
  }
}
