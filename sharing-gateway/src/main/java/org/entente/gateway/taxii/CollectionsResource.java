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
import org.entente.gateway.taxii.Reception.Scope;

/** Reading (TAXII 2.1 sections 4.3, 5.1, 5.2, 5.4 and 5.6): let in, passed on, passed back. */
@Path("/taxii2/exchange")
class CollectionsResource {

  private final Reception reception;
  private final Inside inside;

  CollectionsResource(Reception reception, Inside inside) {
    this.reception = reception;
    this.inside = inside;
  }

  @GET
  @Path("/collections")
  @RunOnVirtualThread
  public Response collections(@Context RoutingContext context) {
    return inside.collections(reception.taxii(context, Scope.READ));
  }

  @GET
  @Path("/collections/{id}")
  @RunOnVirtualThread
  public Response collection(@Context RoutingContext context, @PathParam("id") String id) {
    return inside.collection(reading(context, id), id);
  }

  @GET
  @Path("/collections/{id}/objects")
  @RunOnVirtualThread
  public Response objects(
      @Context RoutingContext context, @Context UriInfo uri, @PathParam("id") String id) {
    return inside.objects(reading(context, id), id, uri.getQueryParameters());
  }

  @GET
  @Path("/collections/{id}/objects/{object}")
  @RunOnVirtualThread
  public Response object(
      @Context RoutingContext context,
      @Context UriInfo uri,
      @PathParam("id") String id,
      @PathParam("object") String object) {
    return inside.object(reading(context, id), id, object, uri.getQueryParameters());
  }

  @GET
  @Path("/status/{id}")
  @RunOnVirtualThread
  public Response status(@Context RoutingContext context, @PathParam("id") String id) {
    return inside.status(reception.taxii(context, Scope.READ), id);
  }

  private Errand reading(RoutingContext context, String collection) {
    Attempts.learn(context, known -> known.with(known.particulars().withCollection(collection)));
    return reception.taxii(context, Scope.READ);
  }
}
