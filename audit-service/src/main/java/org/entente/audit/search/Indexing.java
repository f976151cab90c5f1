package org.entente.audit.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.entente.audit.background.Rounds;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoreFailed;
import org.jboss.logging.Logger;

/**
 * Keeps the counts and the search index behind the log: a step each second, more while it is
 * behind, and once more whenever somebody is about to look. Thread-safe.
 */
@Singleton
public class Indexing {

  private static final Logger LOG = Logger.getLogger(Indexing.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int STEP = 1_000;

  /** Steps somebody waits for; normally the first finds all there is. */
  private static final int STEPS_WAITED_FOR = 5;

  private final PostgresLog log;
  private final Rounds rounds = new Rounds(Thread.ofVirtual().name("console index"), this::round);

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
    rounds.start();
  }

  private Duration round() {
    try {
      var remaining = log.keep("counting entries", c -> new PostgresIndexing(c).step(STEP));
      return remaining == 0 ? PAUSE : Duration.ZERO;
    } catch (StoreFailed e) {
      LOG.debugf(e, "not counted, again in a second");
      return PAUSE;
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    rounds.stop();
  }
}
