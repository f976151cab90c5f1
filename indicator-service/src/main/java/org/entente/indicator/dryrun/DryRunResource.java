package org.entente.indicator.dryrun;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// Dry runs, for producers.
@Path("/v1/collections/{collection}/dry-run")
class DryRunResource {
  private final Calls calls;
  private final DryRun dryRun;

  DryRunResource(Calls calls, DryRun dryRun) {
    this.calls = calls;
    this.dryRun = dryRun;
  }

  @POST
  @Consumes(MediaTypes.TAXII)
  @Produces("application/x-ndjson")
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "dryRun",
      summary = "What would become of an envelope, place by place",
      description = "For the collection's producer. Unsigned; nothing is stored.")
  @Parameter(ref = "Caller")
  @Parameter(
      name = "rel",
      in = ParameterIn.QUERY,
      description = "URN of a recipient the manifest would name; repeatable",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "tlp",
      in = ParameterIn.QUERY,
      description = "Level the manifest would claim",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "One line for each object",
      headers = {@Header(name = "Audit-Receipt", ref = "AuditReceipt")},
      content = @Content(mediaType = "application/x-ndjson", schema = @Schema(ref = "Explanation")))
  @APIResponse(responseCode = "400", ref = "Refused")
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "404", ref = "Refused")
  @APIResponse(responseCode = "413", ref = "Refused")
  @APIResponse(responseCode = "422", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> explain(
      @PathParam("collection") String collection,
      @RequestBody(
              required = true,
              description = "An envelope, as it would be signed",
              content = @Content(mediaType = MediaTypes.TAXII, schema = @Schema(ref = "Envelope")))
          byte[] body) {
    return calls.answer(Operation.DRY_RUN, call -> dryRun.answer(call, collection, body));
  }
}
