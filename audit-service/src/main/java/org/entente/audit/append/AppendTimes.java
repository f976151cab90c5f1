package org.entente.audit.append;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.entente.audit.sequencer.AppendResult;
import org.entente.audit.sequencer.NewEntry;

/** How long who appends waits until its records are durable. Thread-safe. */
@Startup
@Singleton
final class AppendTimes {

  /** How it is done. */
  @FunctionalInterface
  interface Way {

    /** Returns when all are durable. */
    List<AppendResult> append(List<NewEntry> entries);
  }

  private static final Duration[] BOUNDARIES = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(1_500)
  };

  private final AppendTraces traces;
  private final Timer durable;
  private final Timer refused;

  AppendTimes(MeterRegistry registry, AppendTraces traces) {
    this.traces = traces;
    durable = timer(registry, "durable");
    refused = timer(registry, "refused");
  }

  private static Timer timer(MeterRegistry registry, String outcome) {
    return Timer.builder("audit.append")
        .description("Time from a request's records being read to their being durable, or refused")
        .tag("outcome", outcome)
        .serviceLevelObjectives(BOUNDARIES)
        .register(registry);
  }

  /** Appends for this service; what is thrown was refused. */
  List<AppendResult> of(Records records, List<NewEntry> entries, Way append) {
    var sample = Timer.start();
    var outcome = refused;
    try {
      var results = traces.of(records.service(), entries.size(), () -> append.append(entries));
      outcome = durable;
      return results;
    } finally {
      sample.stop(outcome);
    }
  }
}
