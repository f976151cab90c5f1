package org.entente.audit.refusal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** How often this service said no, by code. */
@Singleton
final class RefusalCounts {

  /** All of them from the start: a counter that appears with its first refusal hides that one. */
  void start(@Observes StartupEvent event) {
    for (var code : RefusalCode.values()) {
      counter(code);
    }
  }

  /** Counts one that is about to be answered. */
  static void count(RefusalCode code) {
    counter(code).increment();
  }

  /** The framework's global registry leads to its own one. */
  private static Counter counter(RefusalCode code) {
    return Counter.builder("audit.refusals")
        .description("Refusals and failures that this service decided")
        .tag("code", code.name())
        .register(Metrics.globalRegistry);
  }
}
