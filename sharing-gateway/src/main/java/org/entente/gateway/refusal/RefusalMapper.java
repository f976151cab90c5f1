package org.entente.gateway.refusal;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.entente.gateway.record.Attempts;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The edge where a resource's or the framework's exception becomes a recorded answer. */
class RefusalMapper {

  private final Refusals refusals;

  RefusalMapper(Refusals refusals) {
    this.refusals = refusals;
  }

  /**
   * The framework has mappers of its own for the types listed beside {@link Throwable}; naming them
   * keeps it from answering without a record.
   */
  @ServerExceptionMapper({
    Throwable.class,
    WebApplicationException.class,
    NotFoundException.class,
    NotAllowedException.class,
    NotAcceptableException.class,
    NotSupportedException.class,
    ForbiddenException.class,
    UnauthorizedException.class,
    AuthenticationFailedException.class
  })
  public Uni<Response> answer(Throwable thrown, RoutingContext context) {
    // A mapper may run on an event loop, where only a Uni can wait.
    return Uni.createFrom()
        .completionStage(refusals.answer(Attempts.of(context), Reason.of(thrown)))
        .map(answer -> response(answer, context));
  }

  private static Response response(Answer answer, RoutingContext context) {
    var response = Response.status(answer.status()).entity(answer.bytes());
    answer.headers().forEach(response::header);
    if (Leftover.endsConnection(context.request())) {
      response.header("Connection", "close");
    }
    context.addEndHandler(_ -> Leftover.after(context));
    return response.build();
  }
}
