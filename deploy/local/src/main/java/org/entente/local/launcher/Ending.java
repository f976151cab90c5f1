package org.entente.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a launcher is told to end: by Ctrl-C or SIGTERM, or by the end of its input. Signals
 * interrupt the thread that runs the exchange, and the virtual machine lives until that thread has
 * put everything away.
 */
final class Ending implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;
  private static final int AGAIN_SECONDS = 2;

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean puttingAway;

  private Ending() {}

  /** From now on a signal interrupts this thread until the ending is closed. */
  static Ending of(Thread worker) {
    var ending = new Ending();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending.hasten(worker), "ending"));
    return ending;
  }

  /** Interrupts again and again: not every library that waits passes the first one on. */
  private void hasten(Thread worker) {
    told.countDown();
    try {
      for (var waited = 0; waited < PATIENCE_SECONDS; waited += AGAIN_SECONDS) {
        interrupt(worker);
        if (over.await(AGAIN_SECONDS, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void interrupt(Thread worker) {
    if (!puttingAway) {
      worker.interrupt();
    }
  }

  /** From now on the calling thread is left in peace: it must be able to wait. */
  synchronized void putAway() {
    puttingAway = true;
    Thread.interrupted();
  }

  /** The end of this stream is a sign to end, too. */
  void alsoWhenCloses(InputStream input) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          drain(input);
          told.countDown();
        });
  }

  private static void drain(InputStream input) {
    try {
      while (input.read() >= 0) {
        // Only the end matters.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it was told to end; what fails after that fails because of it. */
  boolean wasTold() {
    return told.getCount() == 0;
  }

  /** Returns when told to end. */
  void await() {
    try {
      told.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is put away. */
  @Override
  public void close() {
    putAway();
    over.countDown();
  }
}
