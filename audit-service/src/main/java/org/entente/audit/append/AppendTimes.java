package org.entente.audit.append;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** How long who appends waits until its records are durable. Thread-safe. */
@Startup
@Singleton
final class AppendTimes {

  private static final Duration[] BOUNDARIES = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(1_500)
  };

  private final Timer durable;
  private final Timer refused;

  AppendTimes(MeterRegistry registry) {
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

  /** Appends; what is thrown was refused. */
  <T> T of(Supplier<T> append) {
    var sample = Timer.start();
    var outcome = refused;
    try {
      var result = append.get();
      outcome = durable;
      return result;
    } finally {
      sample.stop(outcome);
    }
  }
}
