package org.entente.audit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.function.Function;
import org.entente.audit.refusal.Problem;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalMapper;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Records what no door has recorded, refused by the framework or failed, then answers it. */
final class StrayMapper {

  private static final String OPTIONS = "OPTIONS";
  private static final String NO_METHOD = "NONE";

  private final Visits visits;
  private final Strays strays;

  StrayMapper(Visits visits, Strays strays) {
    this.visits = visits;
    this.strays = strays;
  }

  /**
   * The framework would answer OPTIONS itself, unrecorded. Routed as a method that no path has, it
   * is refused like one; the record still says OPTIONS.
   */
  @ServerRequestFilter(preMatching = true)
  public void answerNoOptions(ContainerRequestContext request) {
    if (OPTIONS.equals(request.getMethod())) {
      request.setMethod(NO_METHOD);
    }
  }

  /**
   * The framework has mappers of its own for the more special types; naming them replaces those.
   */
  @ServerExceptionMapper({
    WebApplicationException.class,
    NotFoundException.class,
    NotAllowedException.class,
    NotAcceptableException.class,
    NotSupportedException.class
  })
  public Uni<RestResponse<Problem>> answer(
      WebApplicationException refused, RoutingContext context) {
    var status = refused.getResponse().getStatus();
    return answered(context, visit -> strays.refuse(visit, status));
  }

  /** What is no refusal went wrong here: no stack, no reason leaves. */
  @ServerExceptionMapper
  public Uni<RestResponse<Problem>> failed(RuntimeException failure, RoutingContext context) {
    return answered(context, visit -> strays.fail(visit, failure));
  }

  /** A mapper may run on an event loop, which must not wait for the log. */
  private Uni<RestResponse<Problem>> answered(
      RoutingContext context, Function<Visit, Refusal> recording) {
    var visit = visits.of(context);
    return Uni.createFrom()
        .item(() -> RefusalMapper.answer(recording.apply(visit)))
        .runSubscriptionOn(Thread::startVirtualThread);
  }
}
