package org.entente.gateway.submission;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;
import org.entente.gateway.body.BodyBudget;
import org.entente.gateway.body.Deadline;
import org.entente.gateway.partner.ExchangeConfig;

/** Reads bodies: within the room there is for them, and within the time they have. */
@ApplicationScoped
class BodyReader {

  private final BodyBudget budget;
  private final int limit;
  private final Duration deadline;

  BodyReader(BodyBudget budget, ExchangeConfig config) {
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
    try (var _ = Deadline.in(deadline, context.vertx())) {
      return arrival.read(body, limit);
    }
  }

  /** Most bytes of an envelope. */
  int limit() {
    return limit;
  }
}
