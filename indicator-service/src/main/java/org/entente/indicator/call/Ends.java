package org.entente.indicator.call;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.watch.Traces;
import org.jboss.resteasy.reactive.RestResponse;

/// Counts how calls end, and how long they took until their answer could leave. Thread-safe.
@Startup
@Singleton
final class Ends {
  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_FAILURE = 500;
  private static final Duration[] BOUNDARIES = {
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(10)
  };

  /// Those that somebody is alarmed by.
  private static final List<String> WATCHED =
      List.of(
          Problems.AUDIT_UNAVAILABLE,
          Problems.STORE_UNAVAILABLE,
          Problems.INTERNAL_ERROR,
          "REPLAY_CONFLICT",
          "REPLAY_FOREIGN");

  private final MeterRegistry registry;
  private final Traces traces;

  /// A counter that appears with its first refusal would hide that one.
  Ends(MeterRegistry registry, Traces traces) {
    this.registry = registry;
    this.traces = traces;
    WATCHED.forEach(this::counter);
  }

  /// Follows a call to its answer.
  ///
  /// @param parent what it belongs to
  RestResponse<byte[]> follow(
      Operation operation, Context parent, Supplier<RestResponse<byte[]>> work) {
    Timer.Sample sample = Timer.start();
    RestResponse<byte[]> answer =
        traces.call(operation.label(), parent, work, RestResponse::getStatus);
    sample.stop(
        Timer.builder("indicator.request")
            .description("Time from a call's arrival to its recorded answer")
            .tag("operation", operation.label())
            .tag("outcome", outcome(answer.getStatus()))
            .serviceLevelObjectives(BOUNDARIES)
            .register(registry));
    return answer;
  }

  private static String outcome(int status) {
    if (status < FIRST_REFUSAL) {
      return "answered";
    }
    return status < FIRST_FAILURE ? "refused" : "failed";
  }

  /// A call is refused or fails with this stable code.
  void refused(String code) {
    Traces.refused(code);
    counter(code).increment();
  }

  /// The counter of refusals and failures with this stable code.
  private Counter counter(String code) {
    return Counter.builder("indicator.refusals")
        .description("Refusals and failures that this service decided")
        .tag("code", code)
        .register(registry);
  }
}
