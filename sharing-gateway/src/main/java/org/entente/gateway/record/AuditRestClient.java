package org.entente.gateway.record;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.entente.gateway.watch.Traceparent;
import org.jboss.resteasy.reactive.RestResponse;

/** Appends to the log; any status comes back as an answer, only a broken connection is thrown. */
@RegisterProvider(Traceparent.class)
@RegisterRestClient(configKey = "audit-service")
interface AuditRestClient {

  @POST
  @Path("/v1/entries")
  @Consumes(MediaType.APPLICATION_JSON)
  RestResponse<byte[]> append(byte[] accessRecord);
}
