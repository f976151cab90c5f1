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
import org.entente.audit.background.Rounds;
import org.entente.audit.refusal.Refusal;
import org.jboss.logging.Logger;

/** Looks for personal fields that are due, on the replica that leads. */
@Singleton
final class RetentionJob {

  private static final Logger LOG = Logger.getLogger(RetentionJob.class);
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Erasures erasures;
  private final LogEvents events;
  private final RetentionConfig config;
  private final Clock clock;
  private final Rounds rounds = new Rounds(Thread.ofVirtual().name("retention"), this::round);

  RetentionJob(Erasures erasures, LogEvents events, RetentionConfig config, Clock clock) {
    this.erasures = erasures;
    this.events = events;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    rounds.start();
  }

  /** When it cannot look to the end, it soon looks again. */
  private Duration round() {
    if (events.epoch() == 0) {
      return SOON;
    }
    try {
      var erased = erasures.before(due(clock.instant(), config).toEpochMilli());
      if (erased.count() > 0) {
        LOG.infof("personal fields of %d entries were due and are erased", erased.count());
      }
      return config.every();
    } catch (Refusal e) {
      LOG.warnf("what is due could not be erased: %s", e.getMessage());
      return SOON;
    }
  }

  /** What was sequenced before this moment is due. */
  static Instant due(Instant now, RetentionConfig config) {
    return now.atOffset(ZoneOffset.UTC).minus(config.personal()).toInstant();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    rounds.stop();
  }
}
