package org.entente.gateway.door;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.refusal.BareStatus;
import org.entente.gateway.refusal.DoorRefusal;

/** Takes every failure that happens before a resource, so that none is answered unrecorded. */
@ApplicationScoped
class Failures {

  private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;

  private final DoorRefusal refusal;
  private final Arrivals arrivals;

  Failures(DoorRefusal refusal, Arrivals arrivals) {
    this.refusal = refusal;
    this.arrivals = arrivals;
  }

  void take(@Observes Router router) {
    router.route().order(BEFORE_ALL_OTHERS).failureHandler(this::answer);
  }

  private void answer(RoutingContext context) {
    if (context.response().ended() || context.response().headWritten()) {
      return;
    }
    if (!Attempts.began(context)) {
      arrivals.note(context);
    }
    Throwable failure = context.failure();
    // The framework fails a request with a bare status when it does not read it any further.
    refusal.answer(context, failure == null ? BareStatus.refused(context.statusCode()) : failure);
  }
}
