package org.entente.indicator.submission;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.entente.indicator.store.StoreUnavailable;
import org.jboss.logging.Logger;

/// When recovery runs: at every start, and regularly for the replicas that did not start again.
@Singleton
class RecoveryJob {
  private static final Logger LOG = Logger.getLogger(RecoveryJob.class);

  private final Recovery recovery;
  private final RecoveryConfig config;
  private final Backlog backlog;

  RecoveryJob(Recovery recovery, RecoveryConfig config, Backlog backlog) {
    this.backlog = backlog;
    this.recovery = recovery;
    this.config = config;
  }

  /// Right after a start everything unfinished is taken up, however young: whoever worked on it
  /// here is dead.
  void atStart(@Observes StartupEvent started) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Thread.ofVirtual()
        .name("recovery")
        .start(() -> {
          Thread.currentThread().setContextClassLoader(loader);
          recovery.recover(Duration.ZERO);
        });
  }

  @Scheduled(
      every = "{entente.recovery.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void periodically() {
    try {
      recovery.recover(config.age());
    } finally {
      look();
    }
  }

  /// An age that is not looked at goes on growing, which is what it then should do.
  private void look() {
    try {
      backlog.look();
    } catch (StoreUnavailable e) {
      LOG.debugf("not looked at what is unfinished: %s", e.getMessage());
    }
  }
}
