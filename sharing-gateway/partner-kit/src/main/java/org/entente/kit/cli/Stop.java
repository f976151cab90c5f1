package org.entente.kit.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entente.kit.client.Pause;

/// Whether a signal has asked the process to end. A command that wants to end in its own way says
/// so with [#heed]. Thread-safe.
final class Stop implements Pause {

  private final CountDownLatch requested = new CountDownLatch(1);
  private volatile boolean heeded;

  /// From now on the command looks here, and ends by itself.
  Stop heed() {
    heeded = true;
    return this;
  }

  /// Asks the command to end; returns whether it will.
  boolean request() {
    requested.countDown();
    return heeded;
  }

  @Override
  public boolean of(Duration time) {
    try {
      return !requested.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
