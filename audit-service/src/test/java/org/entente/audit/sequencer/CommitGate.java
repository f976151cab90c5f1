package org.entente.audit.sequencer;

import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** Holds a sequencer right before COMMIT, for as long as a test looks around. */
final class CommitGate {

  private final Semaphore arrived = new Semaphore(0);
  private final Semaphore passage = new Semaphore(0);
  private volatile boolean shut;

  DataSource before(DataSource real) {
    return new FaultyDataSource(real).beforeCommit(this::pass).asDataSource();
  }

  void shut() {
    shut = true;
  }

  void awaitArrival() throws InterruptedException {
    arrived.acquire();
  }

  void open() {
    shut = false;
    passage.release();
  }

  private void pass() {
    if (shut) {
      arrived.release();
      passage.acquireUninterruptibly();
    }
  }
}
