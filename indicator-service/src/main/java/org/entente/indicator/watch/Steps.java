package org.entente.indicator.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/// How long each step takes, whether it succeeds or not. Thread-safe.
@Startup
@Singleton
public final class Steps {
  private static final Duration[] BOUNDARIES = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2)
  };

  private final Traces traces;
  private final Map<Step, Timer> timers = new EnumMap<>(Step.class);

  /// Every step is known from the start, so that none is missed for having been rare.
  public Steps(MeterRegistry registry, Traces traces) {
    this.traces = traces;
    for (Step step : Step.values()) {
      timers.put(
          step,
          Timer.builder("indicator.step")
              .description("Time that one step of a call took")
              .tag("step", step.label())
              .serviceLevelObjectives(BOUNDARIES)
              .register(registry));
    }
  }

  /// Takes this step.
  public <T> T take(Step step, Supplier<T> work) {
    Timer.Sample sample = Timer.start();
    try {
      return traces.step(step, work);
    } finally {
      Timer timer = timers.get(step);
      if (timer != null) {
        sample.stop(timer);
      }
    }
  }
}
