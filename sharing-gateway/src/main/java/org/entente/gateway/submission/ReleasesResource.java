package org.entente.gateway.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.gateway.refusal.ErrorBody;
import org.entente.gateway.relay.Inside;
import org.entente.gateway.taxii.Reception;
import org.entente.gateway.taxii.Scope;
import org.entente.kit.manifest.Content;

/** Later acts of a producer, signed like a submission, and what was taken back from a reader. */
@Path("/taxii2")
class ReleasesResource {

  private static final String RELEASE = "application/vnd.entente.release+json;version=1";

  private final Reception reception;
  private final Intake intake;
  private final BodyReader bodies;
  private final Inside inside;

  ReleasesResource(Reception reception, Intake intake, BodyReader bodies, Inside inside) {
    this.reception = reception;
    this.intake = intake;
    this.bodies = bodies;
    this.inside = inside;
  }

  @POST
  @Path("/exchange/collections/{id}/releases")
  @Operation(
      operationId = "act",
      summary = "Release to more readers, or withdraw",
      description =
          "Of the producer's own objects, with a manifest over these bytes in the header. Sending"
              + " the same manifest again is always safe. Scope taxii.write.")
  @RequestBody(
      required = true,
      content =
          @org.eclipse.microprofile.openapi.annotations.media.Content(
              mediaType = RELEASE,
              schema = @Schema(ref = "Acts")))
  @APIResponse(
      responseCode = "202",
      description = "Carried out; act by act in the status",
      headers = {
        @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
        @Header(name = "Idempotent-Replayed", ref = "IdempotentReplayed")
      },
      content =
          @org.eclipse.microprofile.openapi.annotations.media.Content(
              mediaType = ErrorBody.TAXII,
              schema = @Schema(ref = "Status")))
  @RunOnVirtualThread
  public Response act(
      @Context RoutingContext context, @PathParam("id") String collection, InputStream body) {
    Reception.learnCollection(context, collection);
    var errand = reception.taxii(context, Scope.WRITE);
    var arrival = Arrival.of(context.request().headers(), Content.RELEASE);
    try (var _ = bodies.room(errand.caller().partner(), arrival)) {
      byte[] acts = bodies.read(context, arrival, body);
      var incoming = Incoming.plain(arrival.manifests(), acts, Content.RELEASE);
      return intake.act(context, errand, collection, incoming);
    }
  }

  @GET
  @Path("/exchange/collections/{id}/withdrawals")
  @Operation(
      operationId = "withdrawals",
      summary = "What was taken back",
      description =
          "Versions that were released to the caller and are not any more, in the order they were"
              + " withdrawn, paged like objects. Scope taxii.read.")
  @RunOnVirtualThread
  public Response withdrawals(
      @Context RoutingContext context, @Context UriInfo uri, @PathParam("id") String id) {
    Reception.learnCollection(context, id);
    return inside.withdrawals(reception.taxii(context, Scope.READ), id, uri.getQueryParameters());
  }
}
