package org.entente.audit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import org.entente.audit.refusal.Problem;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalMapper;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Records what the framework refuses before any resource is reached, then answers it. */
final class StrayMapper {

  private static final String OPERATION = "http.unknown";

  private final Visits visits;
  private final RecordedAccess access;

  StrayMapper(Visits visits, RecordedAccess access) {
    this.visits = visits;
    this.access = access;
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
    var visit = visits.of(context);
    var stray = StrayRequest.ofStatus(refused.getResponse().getStatus());
    // A mapper may run on an event loop, which must not wait for the log.
    return Uni.createFrom()
        .item(() -> RefusalMapper.answer(recorded(visit, stray)))
        .runSubscriptionOn(Thread::startVirtualThread);
  }

  private Refusal recorded(Visit visit, StrayRequest stray) {
    try {
      access.refuse(visit, OPERATION, visit.peer().actor(), stray);
      return stray;
    } catch (Refusal unrecorded) {
      return unrecorded;
    }
  }
}
