package org.entente.gateway.door;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.DoorRefusal;
import org.entente.gateway.refusal.Refused;

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
    refusal.answer(context, failure == null ? ofStatus(context.statusCode()) : failure);
  }

  /** The framework fails a request with a bare status when it does not read it any further. */
  private static Refused ofStatus(int status) {
    return switch (status) {
      case 404 -> new Refused(Code.HTTP_NOT_FOUND, "There is nothing here.");
      case 405 -> new Refused(Code.HTTP_METHOD, "This resource does not have that method.");
      case 413 -> new Refused(Code.LIMIT_BODY, "The body is larger than this exchange takes.");
      case 415 -> new Refused(Code.HTTP_MEDIA_TYPE, "The Content-Type is not accepted here.");
      case 503 -> new Refused(Code.DEP_UNAVAILABLE, "Something behind the gateway is missing.");
      default -> new Refused(Code.HTTP_BAD_REQUEST, "The request is not valid.");
    };
  }
}
