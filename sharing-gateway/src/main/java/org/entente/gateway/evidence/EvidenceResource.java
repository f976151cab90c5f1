package org.entente.gateway.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.entente.gateway.relay.Inside;
import org.entente.gateway.taxii.Reception;
import org.entente.gateway.taxii.Scope;

/** What proves things later: receipts of the log, and the signed bytes behind an object. */
@Path("/")
class EvidenceResource {

  private final Reception reception;
  private final Inside inside;

  EvidenceResource(Reception reception, Inside inside) {
    this.reception = reception;
    this.inside = inside;
  }

  @GET
  @Path("/receipts/{leaf}")
  @RunOnVirtualThread
  public Response receipt(@Context RoutingContext context, @PathParam("leaf") String leaf) {
    return inside.receipt(reception.any(context, Scope.EITHER), leaf);
  }

  @GET
  @Path("/evidence")
  @RunOnVirtualThread
  public Response evidence(@Context RoutingContext context, @Context UriInfo uri) {
    return inside.evidence(reception.any(context, Scope.READ), uri.getQueryParameters());
  }
}
