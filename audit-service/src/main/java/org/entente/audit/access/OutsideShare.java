package org.entente.audit.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.entente.audit.identity.LogConfig;
import org.entente.audit.sequencer.LogBusy;

/**
 * Of the records that may wait for the log, those of requests from outside the exchange have a
 * quarter on each replica: however many come, the services' records find room. Thread-safe.
 */
@Singleton
final class OutsideShare {

  private static final int QUARTER = 4;

  private final Semaphore free;

  @Inject
  OutsideShare(LogConfig config) {
    this(Math.max(1, config.queueEntries() / QUARTER));
  }

  OutsideShare(int records) {
    this.free = new Semaphore(records);
  }

  /**
   * Appends one record.
   *
   * @param whose request it is of
   * @throws LogBusy when it is somebody's outside, and as many as may wait for the log already
   */
  <T> T within(Peer whose, Supplier<T> append) {
    if (whose instanceof Peer.Service) {
      return append.get();
    }
    if (!free.tryAcquire()) {
      throw new LogBusy();
    }
    try {
      return append.get();
    } finally {
      free.release();
    }
  }
}
