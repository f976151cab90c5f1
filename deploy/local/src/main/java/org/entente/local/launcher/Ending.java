package org.entente.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a launcher is told to end: by Ctrl-C or SIGTERM, or by the end of its input. Signals
 * interrupt the thread that runs the exchange, and the virtual machine lives until that thread has
 * put everything away.
 */
final class Ending implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  private Ending() {}

  /** From now on a signal interrupts this thread until the ending is closed. */
  static Ending of(Thread worker) {
    var ending = new Ending();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending.hasten(worker), "ending"));
    return ending;
  }

  private void hasten(Thread worker) {
    told.countDown();
    if (over.getCount() > 0) {
      worker.interrupt();
    }
    try {
      over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
    over.countDown();
  }
}
