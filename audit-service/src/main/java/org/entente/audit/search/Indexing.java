package org.entente.audit.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoreFailed;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the counts and the search index behind the log: a step each second, more while it is
 * behind, and once more whenever somebody is about to look. Thread-safe.
 */
@Singleton
public class Indexing {

  private static final Logger LOG = Logger.getLogger(Indexing.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
  private static final int STEP = 1_000;

  /** Steps somebody waits for; normally the first finds all there is. */
  private static final int STEPS_WAITED_FOR = 5;

  private final PostgresLog log;
  private @Nullable Thread job;

  Indexing(PostgresLog log) {
    this.log = log;
  }

  /**
   * Counts what came last; returns below which index all is counted. When much is to be done, that
   * is not the end of the log.
   */
  public long catchUp() {
    return log.keep(
        "counting entries",
        connection -> {
          var indexing = new PostgresIndexing(connection);
          for (var i = 0; i < STEPS_WAITED_FOR; i++) {
            if (indexing.step(STEP) == 0) {
              break;
            }
          }
          return indexing.position();
        });
  }

  void start(@Observes StartupEvent event) {
    job = Thread.ofVirtual().name("console index").start(this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (remaining() == 0) {
          Thread.sleep(PAUSE);
        }
      }
    } catch (InterruptedException _) {
      LOG.debug("interrupted to stop");
    }
  }

  private long remaining() {
    try {
      return log.keep(
          "counting entries", connection -> new PostgresIndexing(connection).step(STEP));
    } catch (StoreFailed e) {
      LOG.debugf(e, "not counted, again in a second");
      return 0;
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (job != null) {
      job.interrupt();
      job.join(STOP_WITHIN);
    }
  }
}
