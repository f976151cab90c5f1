package org.entente.audit.sequencer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.entente.audit.identity.LogConfig;
import org.entente.audit.identity.LogIdentityCheck;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.witness.WitnessBudget;
import org.entente.audit.witness.WitnessMemory;
import org.jspecify.annotations.Nullable;

/** Starts and stops the sequencer with the application. */
@Singleton
final class SequencerThread {

  private static final long STOP_WITHIN_MS = 20_000;

  private @Nullable Thread thread;

  @Produces
  @Singleton
  Notary notary(LogKeys keys, Clock clock) {
    return new Notary(keys, clock);
  }

  @Produces
  @Singleton
  Leadership leadership(DataSource source, Notary notary, LogConfig config, WitnessMemory memory) {
    return new PostgresLeadership(source, notary, config.address(), memory::require);
  }

  @Produces
  @Singleton
  Sequencer sequencer(
      Leadership leadership, WitnessBudget budget, LogConfig config, MeterRegistry registry) {
    return new Sequencer(leadership, budget::exhausted, config, registry);
  }

  @Produces
  @Singleton
  Appending appending(Sequencer sequencer, Fellow fellow, LogConfig config) {
    return new Appending(sequencer, fellow, config);
  }

  void start(@Observes StartupEvent event, LogIdentityCheck identity, Sequencer sequencer) {
    identity.require();
    thread = Thread.ofPlatform().name("sequencer").start(sequencer);
  }

  /** As soon as the end is announced: requests are still served, and find the next leader. */
  void resign(@Observes ShutdownDelayInitiatedEvent event, Sequencer sequencer) {
    sequencer.resign();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (thread != null) {
      thread.interrupt();
      thread.join(STOP_WITHIN_MS);
    }
  }
}
