package org.entente.indicator.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// Later acts, as the gateway passes them on.
@Path("/v1/collections/{collection}/releases")
class ReleasesResource {
  private static final String RELEASE = "application/vnd.entente.release+json;version=1";

  private final Calls calls;
  private final SignedActs acts;

  ReleasesResource(Calls calls, SignedActs acts) {
    this.calls = calls;
    this.acts = acts;
  }

  @POST
  @Consumes(ReleasesResource.RELEASE)
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "act",
      summary = "Later acts of a producer, signed",
      description = "Repeating it is always safe: the same manifest has one effect and one answer.")
  @Parameter(ref = "Caller")
  @Parameter(ref = "Manifest")
  @Parameter(ref = "Verified")
  @APIResponse(responseCode = "202", ref = "Accepted")
  @APIResponse(responseCode = "400", ref = "Refused")
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "404", ref = "Refused")
  @APIResponse(responseCode = "409", ref = "Refused")
  @APIResponse(responseCode = "413", ref = "Refused")
  @APIResponse(responseCode = "422", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> act(
      @PathParam("collection") String collection,
      @RequestBody(
              required = true,
              description = "The acts as signed",
              content =
                  @Content(mediaType = ReleasesResource.RELEASE, schema = @Schema(ref = "Acts")))
          byte[] body) {
    return calls.answer(Operation.ACT, call -> acts.answer(call, collection, body));
  }
}
