package org.entente.gateway.body;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Interrupts the thread that reads a body when it has taken too long in all, however steadily the
 * bytes come; the read then ends with an {@link java.io.InterruptedIOException}. Belongs to the
 * thread that starts it; once it is closed, that thread is not interrupted any more.
 */
public final class Deadline implements AutoCloseable {

  private final Vertx vertx;
  private final Thread reader = Thread.currentThread();
  private final long timer;
  private boolean passed;
  private boolean closed;

  private Deadline(Vertx vertx, Duration after) {
    this.vertx = vertx;
    this.timer = vertx.setTimer(after.toMillis(), _ -> pass());
  }

  public static Deadline in(Duration after, Vertx vertx) {
    return new Deadline(vertx, after);
  }

  private synchronized void pass() {
    if (!closed) {
      passed = true;
      reader.interrupt();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    vertx.cancelTimer(timer);
    if (passed) {
      Thread.interrupted(); // Nobody but the read was meant.
    }
  }
}
