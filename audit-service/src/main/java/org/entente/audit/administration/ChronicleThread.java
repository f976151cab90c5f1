package org.entente.audit.administration;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.entente.audit.background.Rounds;
import org.entente.audit.refusal.Refusal;
import org.jboss.logging.Logger;

/** Keeps the log's own records while the application runs. */
@Singleton
final class ChronicleThread {

  private static final Logger LOG = Logger.getLogger(ChronicleThread.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration GOODBYE = Duration.ofSeconds(3);

  /** Before the sequencer stops, which then appends nothing any more. */
  private static final int FIRST = 1_000;

  private final Chronicle chronicle;
  private final Rounds rounds = new Rounds(Thread.ofVirtual().name("chronicle"), this::round);

  ChronicleThread(
      LogEvents events,
      PostgresHistory history,
      ConfiguredRules rules,
      AdministrationConfig config,
      Clock clock) {
    this.chronicle = new Chronicle(events, history, rules, config.heartbeat(), clock);
  }

  void start(@Observes StartupEvent event) {
    rounds.start();
  }

  /** What could not be told is told when it can be; the log was silent until then, as it says. */
  private Duration round() {
    try {
      chronicle.step();
    } catch (Refusal e) {
      LOG.debugf("not recorded yet: %s", e.getMessage());
    }
    return LOOK;
  }

  /** As soon as the end is announced, while this replica still leads. */
  void announce(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent event)
      throws InterruptedException {
    end();
  }

  void stop(@Observes @Priority(FIRST) ShutdownEvent event) throws InterruptedException {
    end();
  }

  /** Within bounds: a stop that cannot be recorded is a stop all the same. */
  private void end() throws InterruptedException {
    rounds.stop();
    Thread.ofVirtual().start(this::sayGoodbye).join(GOODBYE);
  }

  private void sayGoodbye() {
    try {
      chronicle.stop();
    } catch (Refusal e) {
      LOG.warnf("the stop is not recorded: %s", e.getMessage());
    }
  }
}
