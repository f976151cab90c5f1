package org.entente.indicator.submission;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/// When recovery runs: at every start, and regularly for the replicas that did not start again.
@Singleton
class RecoveryJob {
  private final Recovery recovery;
  private final RecoveryConfig config;

  RecoveryJob(Recovery recovery, RecoveryConfig config) {
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
    recovery.recover(config.age());
  }
}
