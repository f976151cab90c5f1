package org.entente.gateway.submission;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;
import org.entente.gateway.body.BodyBudget;
import org.entente.gateway.body.Deadline;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.watch.Step;
import org.entente.gateway.watch.Steps;

/** Reads bodies: within the room there is for them, and within the time they have. */
@ApplicationScoped
class BodyReader {

  private final BodyBudget budget;
  private final int limit;
  private final Duration deadline;
  private final Steps steps;

  BodyReader(BodyBudget budget, ExchangeConfig config, Steps steps) {
    this.steps = steps;
    this.budget = budget;
    this.limit = config.maxContentLength();
    this.deadline = config.bodies().deadline();
  }

  /** Room for the partner's body until it is closed. */
  BodyBudget.Share room(String partner, Arrival arrival) {
    return budget.take(partner, arrival.expected(limit));
  }

  /** The whole body. */
  byte[] read(RoutingContext context, Arrival arrival, InputStream body) {
    return steps.take(
        Step.BODY,
        () -> {
          try (var _ = Deadline.in(deadline, context.vertx())) {
            return arrival.read(body, limit);
          }
        });
  }

  /** Most bytes of an envelope. */
  int limit() {
    return limit;
  }
}
