package org.entente.gateway.taxii;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.gateway.relay.Inside;

/**
 * What was released to the caller, in four views (TAXII 2.1 sections 5.3, 5.4, 5.6 and 5.8): let
 * in, passed on, passed back. Filters are read where they are known; what the answers have in
 * common stands in the contract's filter.
 */
@Path("/taxii2")
@RunOnVirtualThread
class ObjectsResource {

  private final Reception reception;
  private final Inside inside;

  ObjectsResource(Reception reception, Inside inside) {
    this.reception = reception;
    this.inside = inside;
  }

  @GET
  @Path("/exchange/collections/{id}/manifest")
  @Operation(
      operationId = "manifest",
      summary = "Object manifests",
      description = "TAXII 2.1 section 5.3, with next. Scope taxii.read.")
  public Response manifest(
      @Context RoutingContext context, @Context UriInfo uri, @PathParam("id") String id) {
    Reception.learnCollection(context, id);
    return inside.manifest(reception.manifest(context), id, uri.getQueryParameters());
  }

  @GET
  @Path("/exchange/collections/{id}/objects")
  @Operation(
      operationId = "objects",
      summary = "Objects",
      description =
          "TAXII 2.1 section 5.4. What was released to the caller, in the order it was added. Scope taxii.read.")
  public Response objects(
      @Context RoutingContext context, @Context UriInfo uri, @PathParam("id") String id) {
    Reception.learnCollection(context, id);
    return inside.objects(reception.taxii(context, Scope.READ), id, uri.getQueryParameters());
  }

  @GET
  @Path("/exchange/collections/{id}/objects/{object}")
  @Operation(
      operationId = "object",
      summary = "One object",
      description = "TAXII 2.1 section 5.6. Scope taxii.read.")
  public Response object(
      @Context RoutingContext context,
      @Context UriInfo uri,
      @PathParam("id") String id,
      @PathParam("object") String object) {
    Reception.learnCollection(context, id);
    var errand = reception.taxii(context, Scope.READ);
    return inside.object(errand, id, object, uri.getQueryParameters());
  }

  @GET
  @Path("/exchange/collections/{id}/objects/{object}/versions")
  @Operation(
      operationId = "versions",
      summary = "The versions of one object",
      description = "TAXII 2.1 section 5.8, with next. Scope taxii.read.")
  public Response versions(
      @Context RoutingContext context,
      @Context UriInfo uri,
      @PathParam("id") String id,
      @PathParam("object") String object) {
    Reception.learnCollection(context, id);
    var errand = reception.taxii(context, Scope.READ);
    return inside.versions(errand, id, object, uri.getQueryParameters());
  }
}
