package org.entente.audit.access;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Records and refuses what has no path to route by, like {@code OPTIONS *}; the HTTP server alone
 * would answer it unrecorded.
 */
@Singleton
final class UnroutedMapper {

  private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
  private static final int SERVICE_FAILED = 500;

  private final Visits visits;
  private final Strays strays;
  private final LimitedDoor limits;
  private final BareAnswerMapper answers;

  UnroutedMapper(Visits visits, Strays strays, LimitedDoor limits, BareAnswerMapper answers) {
    this.answers = answers;
    this.visits = visits;
    this.limits = limits;
    this.strays = strays;
  }

  void take(@Observes Router router) {
    router.route().order(BEFORE_ALL_OTHERS).failureHandler(this::refuse);
  }

  private void refuse(RoutingContext context) {
    if (context.statusCode() >= SERVICE_FAILED || context.response().headWritten()) {
      context.next(); // not the request's fault, so not refused
      return;
    }
    if (!limits.letsIn(context)) {
      return;
    }
    var visit = visits.of(context);
    // An event loop must not wait for the log.
    Thread.startVirtualThread(
        () -> answers.give(context, strays.refuse(visit, context.statusCode())));
  }
}
