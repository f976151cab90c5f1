package org.entente.indicator.objects;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// Released objects, for the partners they were released to.
@Path("/v1/collections/{collection}/objects")
class ObjectsResource {
  private final Calls calls;
  private final GetObjects getObjects;

  ObjectsResource(Calls calls, GetObjects getObjects) {
    this.calls = calls;
    this.getObjects = getObjects;
  }

  @GET
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getObjects",
      summary = "A page of what was released to the caller, oldest first",
      description =
          "The latest version of each object. match filters are refused until they are supported.")
  @Parameter(ref = "Caller")
  @Parameter(
      name = "added_after",
      in = ParameterIn.QUERY,
      description = "Only what was released strictly later; UTC with Z, 0 to 9 fraction digits",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "Most objects; 0 and absent mean the cap, more is cut to it",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "next",
      in = ParameterIn.QUERY,
      description = "From the page before; added_after may be left out but not changed",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "One page; it ends early when it gets too large",
      headers = {
        @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
        @Header(name = "X-TAXII-Date-Added-First", ref = "DateAddedFirst"),
        @Header(name = "X-TAXII-Date-Added-Last", ref = "DateAddedLast")
      },
      content = @Content(mediaType = MediaTypes.TAXII, schema = @Schema(ref = "Envelope")))
  @APIResponse(responseCode = "400", ref = "Refused")
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "404", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> page(@PathParam("collection") String collection) {
    return calls.answer(Operation.GET_OBJECTS, call -> getObjects.page(call, collection));
  }

  @GET
  @Path("/{object}")
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getObject",
      summary = "The latest released version of one object",
      description = "Withheld, absent and never heard of are the same 404.")
  @Parameter(ref = "Caller")
  @Parameter(
      name = "added_after",
      in = ParameterIn.QUERY,
      description = "Only what was released strictly later; UTC with Z, 0 to 9 fraction digits",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "Most objects; 0 and absent mean the cap, more is cut to it",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "next",
      in = ParameterIn.QUERY,
      description = "From the page before; added_after may be left out but not changed",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "The object; an empty envelope when the filters exclude it",
      headers = {
        @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
        @Header(name = "X-TAXII-Date-Added-First", ref = "DateAddedFirst"),
        @Header(name = "X-TAXII-Date-Added-Last", ref = "DateAddedLast")
      },
      content = @Content(mediaType = MediaTypes.TAXII, schema = @Schema(ref = "Envelope")))
  @APIResponse(responseCode = "400", ref = "Refused")
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "404", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> one(
      @PathParam("collection") String collection, @PathParam("object") String object) {
    return calls.answer(Operation.GET_OBJECT, call -> getObjects.one(call, collection, object));
  }
}
