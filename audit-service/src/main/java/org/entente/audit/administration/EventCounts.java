package org.entente.audit.administration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.entente.audit.record.LogEvent;

/** How often each thing became of the log, as far as this replica recorded it. */
@Singleton
final class EventCounts {

  /** All of them from the start: a counter that appears with its first event hides that one. */
  void start(@Observes StartupEvent started) {
    for (var event : LogEvent.values()) {
      counter(event);
    }
  }

  /** Counts one that is in the log. */
  static void count(LogEvent event) {
    counter(event).increment();
  }

  /** The framework's global registry leads to its own one. */
  private static Counter counter(LogEvent event) {
    return Counter.builder("audit.events")
        .description("Records about the log itself that this replica appended")
        .tag("event", event.operation())
        .register(Metrics.globalRegistry);
  }
}
