package org.entente.audit.access;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.entente.audit.background.Rounds;

/** Sees to it that what was counted gets into the log: each second, and before the end. */
@Singleton
final class CountingRounds {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Before the log's own goodbye, and before the sequencer stops. */
  private static final int FIRST = 900;

  private final CountedVisits counted;
  private final Rounds rounds = new Rounds(Thread.ofVirtual().name("counting"), this::round);

  CountingRounds(CountedVisits counted) {
    this.counted = counted;
  }

  void start(@Observes StartupEvent event) {
    rounds.start();
  }

  private Duration round() {
    counted.closeDue();
    return PAUSE;
  }

  /** As soon as the end is announced, while this replica may still lead. */
  void announce(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent event) {
    counted.closeAll();
  }

  /** And what was counted while it came. */
  void stop(@Observes @Priority(FIRST) ShutdownEvent event) throws InterruptedException {
    rounds.stop();
    counted.closeAll();
  }
}
