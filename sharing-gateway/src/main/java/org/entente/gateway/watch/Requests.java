package org.entente.gateway.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.AsyncResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Follows each request from its arrival to the last byte of its answer. Thread-safe. */
@Singleton
public final class Requests {

  private static final String ARRIVAL = Requests.class.getName();
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

  private final MeterRegistry registry;
  private final Steps steps;
  private final Traces traces;

  Requests(MeterRegistry registry, Steps steps, Traces traces) {
    this.traces = traces;
    this.registry = registry;
    this.steps = steps;
  }

  /**
   * A request has arrived.
   *
   * @param operation its public name, of which there are few, whatever the client sends
   */
  public void begin(RoutingContext context, String operation) {
    Timer.Sample arrival = Timer.start(registry);
    Span span = traces.begin(operation);
    context.put(ARRIVAL, arrival);
    context.addEndHandler(end -> {
      int status = context.response().getStatusCode();
      Traces.end(span, status, end.failed());
      arrival.stop(timer(operation, outcome(end, status)));
    });
  }

  /** It passed the door. */
  public void admitted(RoutingContext context) {
    if (context.get(ARRIVAL) instanceof Timer.Sample arrival) {
      steps.stop(Step.DOOR, arrival);
    }
  }

  private static String outcome(AsyncResult<Void> end, int status) {
    if (end.failed()) {
      return "broken";
    }
    if (status < FIRST_REFUSAL) {
      return "answered";
    }
    return status < FIRST_FAILURE ? "refused" : "failed";
  }

  private Timer timer(String operation, String outcome) {
    return Timer.builder("gateway.request")
        .description("Time from a request's arrival to the last byte of its answer")
        .tag("operation", operation)
        .tag("outcome", outcome)
        .serviceLevelObjectives(BOUNDARIES)
        .register(registry);
  }
}
