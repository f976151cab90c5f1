package org.entente.audit.background;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * A step again and again, on a thread of its own, from start to stop. A step that fails in a way it
 * did not foresee is told and taken again: what looks after the log must not end unnoticed.
 */
public final class Rounds {

  private static final Logger LOG = Logger.getLogger(Rounds.class);
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final Thread thread;
  private final Step step;
  private final Duration afterFault;

  /** One round. */
  @FunctionalInterface
  public interface Step {

    /**
     * Does what is to be done now.
     *
     * @return how long to rest then
     * @throws InterruptedException when it is to stop
     */
    Duration take() throws InterruptedException;
  }

  /**
   * @param thread of which kind, and its name
   */
  public Rounds(Thread.Builder thread, Step step) {
    this(thread, step, AFTER_A_FAULT);
  }

  Rounds(Thread.Builder thread, Step step, Duration afterFault) {
    this.thread = thread.unstarted(this::go);
    this.step = step;
    this.afterFault = afterFault;
  }

  /** Takes the first step at once; once only. */
  public void start() {
    thread.start();
  }

  private void go() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(round());
      }
    } catch (InterruptedException _) {
      LOG.debugf("%s: interrupted to stop", thread.getName());
    }
  }

  private Duration round() throws InterruptedException {
    try {
      return step.take();
    } catch (RuntimeException e) {
      LOG.errorf(e, "%s: failed, again in %s", thread.getName(), afterFault);
      return afterFault;
    }
  }

  /** Interrupts step or rest and waits for the end, five seconds at most; harmless unstarted. */
  public void stop() throws InterruptedException {
    stop(STOP_WITHIN);
  }

  void stop(Duration within) throws InterruptedException {
    thread.interrupt();
    if (thread.isAlive() && !thread.join(within)) {
      LOG.warnf("%s: still in its step after %s", thread.getName(), within);
    }
  }
}
