package org.entente.gateway.watch;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Tells a service inside which trace its work belongs to (W3C Trace Context). */
public final class Traceparent implements ClientRequestFilter {

  @Override
  public void filter(ClientRequestContext request) {
    W3CTraceContextPropagator.getInstance()
        .inject(
            Context.current(),
            request,
            (to, name, value) -> {
              if (to != null) {
                to.getHeaders().putSingle(name, value);
              }
            });
  }
}
