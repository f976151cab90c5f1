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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.refusal.ErrorBody;
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
  @Operation(
      operationId = "collections",
      summary = "Collections",
      description = "TAXII 2.1 section 5.1. Scope taxii.read or taxii.write.")
  @APIResponse(
      responseCode = "200",
      description = "The collections the caller knows of",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
      content = @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "Collections")))
  @RunOnVirtualThread
  public Response collections(@Context RoutingContext context) {
    return inside.collections(reception.taxii(context, Scope.EITHER));
  }

  @GET
  @Path("/exchange/collections/{id}")
  @Operation(
      operationId = "collection",
      summary = "One collection",
      description = "TAXII 2.1 section 5.2. Scope taxii.read or taxii.write.")
  @APIResponse(
      responseCode = "200",
      description = "The collection",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
      content = @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "Collection")))
  @RunOnVirtualThread
  public Response collection(@Context RoutingContext context, @PathParam("id") String id) {
    return inside.collection(asking(context, id, Scope.EITHER), id);
  }

  @GET
  @Path("/exchange/collections/{id}/objects")
  @Operation(
      operationId = "objects",
      summary = "Objects",
      description =
          "TAXII 2.1 section 5.4. What was released to the caller, in the order it was added. Scope taxii.read.")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      headers = {
        @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
        @Header(name = "X-TAXII-Date-Added-First", ref = "AddedFirst"),
        @Header(name = "X-TAXII-Date-Added-Last", ref = "AddedLast")
      },
      content = @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "Envelope")))
  @RunOnVirtualThread
  public Response objects(
      @Context RoutingContext context, @Context UriInfo uri, @PathParam("id") String id) {
    return inside.objects(asking(context, id, Scope.READ), id, uri.getQueryParameters());
  }

  @GET
  @Path("/exchange/collections/{id}/objects/{object}")
  @Operation(
      operationId = "object",
      summary = "One object",
      description = "TAXII 2.1 section 5.6. Scope taxii.read.")
  @APIResponse(
      responseCode = "200",
      description = "Its released versions",
      headers = {
        @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
        @Header(name = "X-TAXII-Date-Added-First", ref = "AddedFirst"),
        @Header(name = "X-TAXII-Date-Added-Last", ref = "AddedLast")
      },
      content = @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "Envelope")))
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
  @Operation(
      operationId = "status",
      summary = "Status of a submission",
      description =
          "TAXII 2.1 section 4.3. Of the caller's partner's own. Scope taxii.read or taxii.write.")
  @APIResponse(
      responseCode = "200",
      description = "The status",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
      content = @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "Status")))
  @RunOnVirtualThread
  public Response status(@Context RoutingContext context, @PathParam("id") String id) {
    return inside.status(reception.taxii(context, Scope.EITHER), id);
  }

  private Errand asking(RoutingContext context, String collection, Scope scope) {
    Attempts.learn(context, known -> known.with(known.particulars().withCollection(collection)));
    return reception.taxii(context, scope);
  }
}
