package org.entente.audit.access;

import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.entente.audit.refusal.RefusalMapper;

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

  UnroutedMapper(Visits visits, Strays strays) {
    this.visits = visits;
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
    var visit = visits.of(context);
    // An event loop must not wait for the log.
    Thread.startVirtualThread(() -> answer(context, visit));
  }

  private void answer(RoutingContext context, Visit visit) {
    var answer = RefusalMapper.answer(strays.refuse(visit, context.statusCode()));
    var response = context.response().setStatusCode(answer.getStatus());
    answer.getStringHeaders().forEach(response::putHeader);
    response.end(Json.encode(answer.getEntity()));
  }
}
