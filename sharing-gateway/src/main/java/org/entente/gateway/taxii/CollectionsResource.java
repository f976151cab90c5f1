package org.entente.gateway.taxii;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.gateway.refusal.ErrorBody;
import org.entente.gateway.relay.Inside;

/**
 * Collections, status (TAXII 2.1 sections 4.3, 5.1, 5.2) and rights: let in, passed on, passed
 * back.
 */
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
    Reception.learnCollection(context, id);
    return inside.collection(reception.taxii(context, Scope.EITHER), id);
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

  @GET
  @Path("/exchange/rights")
  @Operation(
      operationId = "rights",
      summary = "What may I do?",
      description =
          "No standard has it. Rights only, nothing about what was released. Scope taxii.read or taxii.write.")
  @APIResponse(
      responseCode = "200",
      description = "The caller's rights",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
      content = @Content(mediaType = "application/json", schema = @Schema(ref = "Rights")))
  @RunOnVirtualThread
  public Response rights(@Context RoutingContext context) {
    return inside.rights(reception.any(context, Scope.EITHER));
  }
}
