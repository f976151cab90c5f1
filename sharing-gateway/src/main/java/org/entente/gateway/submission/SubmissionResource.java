package org.entente.gateway.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.refusal.ErrorBody;
import org.entente.gateway.relay.Errand;
import org.entente.gateway.taxii.Reception;
import org.entente.gateway.taxii.Scope;

/** Add objects (TAXII 2.1 section 5.5), signed: manifest in a header or as the first part. */
@Path("/taxii2")
class SubmissionResource {

  private final Reception reception;
  private final Intake intake;
  private final BodyReader bodies;

  SubmissionResource(Reception reception, Intake intake, BodyReader bodies) {
    this.reception = reception;
    this.intake = intake;
    this.bodies = bodies;
  }

  @POST
  @Path("/exchange/collections/{id}/objects")
  @Operation(
      operationId = "addObjects",
      summary = "Add objects, signed",
      description =
          "TAXII 2.1 section 5.5 with a submission manifest: in the header, or as the first part of"
              + " a multipart body. Sending the same manifest again is always safe. Scope"
              + " taxii.write.")
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "Envelope")),
        @Content(mediaType = "multipart/form-data", schema = @Schema(ref = "SubmissionParts"))
      })
  @APIResponse(
      responseCode = "202",
      description = "Accepted; per object in the status",
      headers = {
        @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
        @Header(name = "Idempotent-Replayed", ref = "IdempotentReplayed")
      },
      content = @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "Status")))
  @APIResponse(
      responseCode = "408",
      description = "LIMIT_TIME: the body took too long to arrive; the connection closes",
      content = @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "TaxiiError")))
  @APIResponse(
      responseCode = "503",
      description = "LIMIT_BUSY: too much is on its way at once; or another reason to try again",
      headers = @Header(name = "Retry-After", ref = "RetryAfter"),
      content = @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "TaxiiError")))
  @RunOnVirtualThread
  public Response add(
      @Context RoutingContext context, @PathParam("id") String collection, InputStream body) {
    Attempts.learn(context, known -> known.with(known.particulars().withCollection(collection)));
    Errand errand = reception.taxii(context, Scope.WRITE);
    Arrival arrival = Arrival.of(context.request().headers());
    try (var _ = bodies.room(errand.caller().partner(), arrival)) {
      byte[] bytes = bodies.read(context, arrival, body);
      return intake.take(context, errand, collection, arrival.takeApart(bytes, bodies.limit()));
    }
  }
}
