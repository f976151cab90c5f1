package org.entente.indicator.watch;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/// Tells the log which trace an append belongs to (W3C Trace Context).
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
