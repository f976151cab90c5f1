package org.entente.indicator.submission;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.entente.indicator.audit.AuditUnavailable;
import org.entente.indicator.store.StoreUnavailable;
import org.entente.indicator.taxii.TaxiiTime;
import org.jboss.logging.Logger;

/// Finishes what a crash, an outage or a lost connection left behind: at start, then periodically,
/// by the same steps as the first attempt.
@Singleton
class RecoveryJob {
  private static final Logger LOG = Logger.getLogger(RecoveryJob.class);

  private final SubmissionStore store;
  private final Pipeline pipeline;
  private final RecoveryConfig config;
  private final Clock clock;

  RecoveryJob(SubmissionStore store, Pipeline pipeline, RecoveryConfig config, Clock clock) {
    this.store = store;
    this.pipeline = pipeline;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${entente.recovery.every:10s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void recover() {
    try {
      for (List<Progress> unfinished = claim(); !unfinished.isEmpty(); unfinished = claim()) {
        unfinished.forEach(this::finish);
      }
    } catch (AuditUnavailable | StoreUnavailable e) {
      LOG.warnf("recovery waits: %s", e.getMessage());
    }
  }

  private List<Progress> claim() {
    Instant now = clock.instant();
    return store.claim(
        TaxiiTime.micros(now), TaxiiTime.micros(now.minus(config.after())), config.batch());
  }

  /// One submission that cannot be finished must not keep the others waiting.
  private void finish(Progress progress) {
    try {
      pipeline.finish(progress);
    } catch (AuditUnavailable | StoreUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("a submission could not be finished", e);
    }
  }
}
