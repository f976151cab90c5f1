package org.entente.audit.sequencer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Predicate;
import org.entente.audit.sequencer.SequencerState.Away;
import org.entente.audit.sequencer.SequencerState.Following;
import org.entente.audit.sequencer.SequencerState.Leading;
import org.entente.audit.sequencer.SequencerState.Refusing;
import org.entente.audit.sequencer.SequencerState.Stopped;

/** Whether this replica leads, as operators see it: of these gauges one is 1, the others are 0. */
@Singleton
final class SequencerGauges {

  void start(@Observes StartupEvent event, Sequencer sequencer, MeterRegistry registry) {
    register(registry, sequencer, "leading", Leading.class::isInstance);
    register(registry, sequencer, "following", Following.class::isInstance);
    register(registry, sequencer, "away", Away.class::isInstance);
    register(registry, sequencer, "refusing", Refusing.class::isInstance);
    register(registry, sequencer, "stopped", Stopped.class::isInstance);
    Gauge.builder("audit.rollback.entries", () -> sequencer.state().missing())
        .description("Entries that a witness remembers and this database lacks: an older copy runs")
        .register(registry);
  }

  private static void register(
      MeterRegistry registry, Sequencer sequencer, String state, Predicate<SequencerState> is) {
    Gauge.builder("audit.sequencer.state", () -> is.test(sequencer.state()) ? 1 : 0)
        .description("1 for the state in which this replica's sequencer is")
        .tag("state", state)
        .register(registry);
  }
}
