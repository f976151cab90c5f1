package org.entente.indicator.audit;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.entente.indicator.watch.Traceparent;

/// The audit-service's append, as its contract has it.
@Path("/v1/entries")
@RegisterProvider(Traceparent.class)
@RegisterRestClient(configKey = "audit-service")
interface AuditRestClient {
  /// Appends all lines of an NDJSON text in one commit; answers one line each, in order.
  @POST
  @Path("/batch")
  @Consumes("application/x-ndjson")
  @Produces("application/x-ndjson")
  String append(byte[] records);
}
