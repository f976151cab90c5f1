package org.entente.gateway.relay;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.entente.gateway.watch.Traceparent;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Receipts, from the audit-service, for the party that may have them. */
@RegisterProvider(Traceparent.class)
@RegisterRestClient(configKey = "audit-service")
interface AuditReceiptsRestClient {

  @GET
  @Path("/v1/receipts/{leaf}")
  RestResponse<byte[]> receipt(
      @HeaderParam(IndicatorRestClient.CALLER) String caller,
      @PathParam("leaf") String leaf,
      @RestQuery String party,
      @RestQuery @Nullable List<String> stage);
}
