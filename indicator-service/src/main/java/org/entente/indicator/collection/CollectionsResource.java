package org.entente.indicator.collection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// The collections the caller takes part in.
@Path("/v1/collections")
class CollectionsResource {
  private final Calls calls;
  private final GetCollections getCollections;

  CollectionsResource(Calls calls, GetCollections getCollections) {
    this.calls = calls;
    this.getCollections = getCollections;
  }

  @GET
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getCollections",
      summary = "The collections the caller takes part in")
  @Parameter(ref = "Caller")
  @APIResponse(
      responseCode = "200",
      description = "In a constant order",
      headers = {@Header(name = "Audit-Receipt", ref = "AuditReceipt")},
      content = @Content(mediaType = MediaTypes.TAXII, schema = @Schema(ref = "Collections")))
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> all() {
    return calls.answer(Operation.GET_COLLECTIONS, getCollections::all);
  }

  @GET
  @Path("/{collection}")
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getCollection",
      summary = "One collection")
  @Parameter(ref = "Caller")
  @APIResponse(
      responseCode = "200",
      description = "What it is and what the caller may do there",
      headers = {@Header(name = "Audit-Receipt", ref = "AuditReceipt")},
      content = @Content(mediaType = MediaTypes.TAXII, schema = @Schema(ref = "Collection")))
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "404", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> one(@PathParam("collection") String collection) {
    return calls.answer(Operation.GET_COLLECTION, call -> getCollections.one(call, collection));
  }
}
