package org.entente.gateway.refusal;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.entente.gateway.record.Attempts;

/** The edge where a request is refused before it reaches a resource. */
@ApplicationScoped
public class DoorRefusal {

  private final Refusals refusals;

  DoorRefusal(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Records the refusal, then answers. Returns at once; call it on the request's event loop. */
  public void answer(RoutingContext context, Throwable thrown) {
    Context eventLoop = context.vertx().getOrCreateContext();
    var _ =
        refusals
            .answer(Attempts.of(context), Reason.of(thrown))
            .thenAccept(answer -> eventLoop.runOnContext(_ -> send(context, answer)));
  }

  private static void send(RoutingContext context, Answer answer) {
    var response = context.response().setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    if (Leftover.endsConnection(context.request())) {
      response.putHeader("Connection", "close");
    }
    response.end(Buffer.buffer(answer.bytes())).onSuccess(_ -> Leftover.after(context));
  }
}
