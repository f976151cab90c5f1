package org.entente.bench;

import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * Load that is thrown away before anything is counted: the virtual machines compile, each new path
 * anew, for minutes where all processors are busy. It ends when it gets no faster.
 *
 * @param round how long one round takes
 * @param most rounds at most
 */
record WarmUp(Duration round, int most) {

  private static final int IDLE = 2;
  private static final double FASTER = 1.03;

  void run(int clients, IntConsumer operation) {
    var progress = new Progress();
    for (int i = 0; i < most && progress.goesOn(); i++) {
      progress.note(ClosedLoop.run(clients, Limit.of(round), operation).rate(1));
    }
  }

  /** Rates of the rounds so far. Confined to a thread. */
  static final class Progress {

    private double best;
    private int idle;

    void note(double rate) {
      idle = rate > best * FASTER ? 0 : idle + 1;
      best = Math.max(best, rate);
    }

    /** Until two rounds in a row were hardly faster than the best before them. */
    boolean goesOn() {
      return idle < IDLE;
    }
  }
}
