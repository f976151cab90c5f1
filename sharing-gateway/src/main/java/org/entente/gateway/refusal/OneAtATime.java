package org.entente.gateway.refusal;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that is left out while it is still under way from before: a log that is slow does not gather
 * rounds, which the last one would have to wait for. Thread-safe.
 */
final class OneAtATime implements Runnable {

  private final Runnable work;
  private final AtomicBoolean underWay = new AtomicBoolean();

  OneAtATime(Runnable work) {
    this.work = work;
  }

  @Override
  public void run() {
    if (underWay.compareAndSet(false, true)) {
      try {
        work.run();
      } finally {
        underWay.set(false);
      }
    }
  }
}
