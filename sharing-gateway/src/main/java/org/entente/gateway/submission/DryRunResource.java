package org.entente.gateway.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
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

/** A dry run: who would see what of an envelope, for its producer. Unsigned, without effect. */
@Path("/taxii2")
class DryRunResource {

  private final Reception reception;
  private final BodyReader bodies;
  private final Inside inside;

  DryRunResource(Reception reception, BodyReader bodies, Inside inside) {
    this.reception = reception;
    this.bodies = bodies;
    this.inside = inside;
  }

  @POST
  @Path("/exchange/collections/{id}/dry-run")
  @Operation(
      operationId = "dryRun",
      summary = "Who would see it",
      description =
          "Which clause of the release rule would withhold which object from which place. For the"
              + " collection's producer; nothing is stored. Scope taxii.write.")
  @RequestBody(
      required = true,
      content =
          @org.eclipse.microprofile.openapi.annotations.media.Content(
              mediaType = ErrorBody.TAXII,
              schema = @Schema(ref = "Envelope")))
  @APIResponse(
      responseCode = "200",
      description = "One JSON object on one line for each object of the envelope",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
      content =
          @org.eclipse.microprofile.openapi.annotations.media.Content(
              mediaType = "application/x-ndjson",
              schema = @Schema(ref = "Explanation")))
  @RunOnVirtualThread
  public Response explain(
      @Context RoutingContext context,
      @Context UriInfo uri,
      @PathParam("id") String collection,
      InputStream body) {
    Reception.learnCollection(context, collection);
    var errand = reception.any(context, Scope.WRITE);
    var arrival = Arrival.of(context.request().headers(), Content.ENVELOPE);
    try (var _ = bodies.room(errand.caller().partner(), arrival)) {
      byte[] envelope = bodies.read(context, arrival, body);
      return inside.dryRun(errand, collection, uri.getQueryParameters(), envelope);
    }
  }
}
