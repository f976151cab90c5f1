package org.entente.indicator.submission;

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

/// TAXII status resources, each for its submitter only.
@Path("/v1/status")
class StatusResource {
  private final Calls calls;
  private final Statuses statuses;

  StatusResource(Calls calls, Statuses statuses) {
    this.calls = calls;
    this.statuses = statuses;
  }

  @GET
  @Path("/{status}")
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getStatus",
      summary = "What became of one of the caller's submissions")
  @Parameter(ref = "Caller")
  @APIResponse(
      responseCode = "200",
      description = "A complete status never changes",
      headers = {@Header(name = "Audit-Receipt", ref = "AuditReceipt")},
      content = @Content(mediaType = MediaTypes.TAXII, schema = @Schema(ref = "Status")))
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "404", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> status(@PathParam("status") String status) {
    return calls.answer(Operation.GET_STATUS, call -> statuses.answer(call, status));
  }
}
