package org.entente.gateway.door;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.entente.gateway.limit.Limits;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.refusal.BareStatus;
import org.entente.gateway.refusal.DoorRefusal;
import org.entente.gateway.refusal.Refused;

/** Takes every failure that happens before a resource, so that none is answered unrecorded. */
@ApplicationScoped
class Failures {

  private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;

  private final DoorRefusal refusal;
  private final Arrivals arrivals;
  private final Limits limits;

  Failures(DoorRefusal refusal, Arrivals arrivals, Limits limits) {
    this.refusal = refusal;
    this.arrivals = arrivals;
    this.limits = limits;
  }

  void take(@Observes Router router) {
    router.route().order(BEFORE_ALL_OTHERS).failureHandler(this::answer);
  }

  private void answer(RoutingContext context) {
    if (context.response().ended() || context.response().headWritten()) {
      return;
    }
    // What fails before it comes to the door has not been let in by anybody.
    Optional<Refused> early =
        Attempts.began(context)
            ? Optional.empty()
            : limits.enter(context, arrivals.note(context).attempt().actor());
    refusal.answer(context, early.isPresent() ? early.get() : failure(context));
  }

  /** The framework fails a request with a bare status when it does not read it any further. */
  private static Throwable failure(RoutingContext context) {
    Throwable failure = context.failure();
    return failure == null ? BareStatus.refused(context.statusCode()) : failure;
  }
}
