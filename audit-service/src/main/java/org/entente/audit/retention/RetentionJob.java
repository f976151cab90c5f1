package org.entente.audit.retention;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.entente.audit.administration.LogEvents;
import org.entente.audit.refusal.Refusal;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks for personal fields that are due, on the replica that leads. */
@Singleton
final class RetentionJob {

  private static final Logger LOG = Logger.getLogger(RetentionJob.class);
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

  private final Erasures erasures;
  private final LogEvents events;
  private final RetentionConfig config;
  private final Clock clock;
  private @Nullable Thread thread;

  RetentionJob(Erasures erasures, LogEvents events, RetentionConfig config, Clock clock) {
    this.erasures = erasures;
    this.events = events;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofVirtual().name("retention").start(this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(look() ? config.every() : SOON);
      }
    } catch (InterruptedException _) {
      LOG.debug("interrupted to stop");
    }
  }

  /** Whether it looked to the end; if not, it soon looks again. */
  private boolean look() {
    if (events.epoch() == 0) {
      return false;
    }
    try {
      var erased = erasures.before(due(clock.instant(), config).toEpochMilli(), "retention");
      if (erased.count() > 0) {
        LOG.infof("personal fields of %d entries were due and are erased", erased.count());
      }
      return true;
    } catch (Refusal e) {
      LOG.warnf("what is due could not be erased: %s", e.getMessage());
      return false;
    }
  }

  /** What was sequenced before this moment is due. */
  static Instant due(Instant now, RetentionConfig config) {
    return now.atOffset(ZoneOffset.UTC).minus(config.personal()).toInstant();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (thread != null) {
      thread.interrupt();
      thread.join(STOP_WITHIN);
    }
  }
}
