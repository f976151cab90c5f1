package org.entente.gateway.taxii;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.relay.Errand;
import org.entente.gateway.relay.Inside;

/** Reading (TAXII 2.1 sections 4.3, 5.1, 5.2, 5.4 and 5.6): let in, passed on, passed back. */
@Path("/taxii2")
class CollectionsResource {

  private final Reception reception;
  private final Inside inside;

  CollectionsResource(Reception reception, Inside inside) {
    this.reception = reception;
    this.inside = inside;
  }

  @GET
  @Path("/exchange/collections")
  @RunOnVirtualThread
  public Response collections(@Context RoutingContext context) {
    return inside.collections(reception.taxii(context, Scope.EITHER));
  }

  @GET
  @Path("/exchange/collections/{id}")
  @RunOnVirtualThread
  public Response collection(@Context RoutingContext context, @PathParam("id") String id) {
    return inside.collection(asking(context, id, Scope.EITHER), id);
  }

  @GET
  @Path("/exchange/collections/{id}/objects")
  @RunOnVirtualThread
  public Response objects(
      @Context RoutingContext context, @Context UriInfo uri, @PathParam("id") String id) {
    return inside.objects(asking(context, id, Scope.READ), id, uri.getQueryParameters());
  }

  @GET
  @Path("/exchange/collections/{id}/objects/{object}")
  @RunOnVirtualThread
  public Response object(
      @Context RoutingContext context,
      @Context UriInfo uri,
      @PathParam("id") String id,
      @PathParam("object") String object) {
    return inside.object(asking(context, id, Scope.READ), id, object, uri.getQueryParameters());
  }

  @GET
  @Path("/exchange/status/{id}")
  @RunOnVirtualThread
  public Response status(@Context RoutingContext context, @PathParam("id") String id) {
    return inside.status(reception.taxii(context, Scope.EITHER), id);
  }

  private Errand asking(RoutingContext context, String collection, Scope scope) {
    Attempts.learn(context, known -> known.with(known.particulars().withCollection(collection)));
    return reception.taxii(context, scope);
  }
}
