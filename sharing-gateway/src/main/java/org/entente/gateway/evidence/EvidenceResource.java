package org.entente.gateway.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.gateway.relay.Errand;
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
  @Operation(
      operationId = "receipt",
      summary = "A receipt",
      description =
          "Proof that a record of the caller's partner is in the log, by its leaf hash: a C2SP"
              + " tlog-proof that carries the record. Scope taxii.read or taxii.write.")
  @Parameter(
      name = "stage",
      in = ParameterIn.QUERY,
      description =
          "sequenced (default), or witnessed: 503 NOT_WITNESSED_YET until enough witnesses have"
              + " cosigned")
  @APIResponse(
      responseCode = "200",
      description = "The tlog-proof",
      content =
          @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
  @RunOnVirtualThread
  public Response receipt(
      @Context RoutingContext context, @Context UriInfo uri, @PathParam("leaf") String leaf) {
    Errand errand = reception.any(context, Scope.EITHER);
    return inside.receipt(errand, leaf, uri.getQueryParameters().get("stage"));
  }

  @GET
  @Path("/evidence")
  @Operation(
      operationId = "evidence",
      summary = "What the producer signed",
      description =
          "Manifest and body behind a released object, when everything in that body is released to"
              + " the caller or the caller's partner produced it. Scope taxii.read.")
  @Parameter(name = "collection", in = ParameterIn.QUERY, required = true, description = "Its id")
  @Parameter(name = "object", in = ParameterIn.QUERY, required = true, description = "STIX id")
  @Parameter(name = "version", in = ParameterIn.QUERY, description = "Left out, the newest")
  @APIResponse(
      responseCode = "200",
      description = "The evidence",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Evidence")))
  @RunOnVirtualThread
  public Response evidence(@Context RoutingContext context, @Context UriInfo uri) {
    return inside.evidence(reception.any(context, Scope.READ), uri.getQueryParameters());
  }
}
