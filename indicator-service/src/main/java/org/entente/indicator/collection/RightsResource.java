package org.entente.indicator.collection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.jboss.resteasy.reactive.RestResponse;

/// What the caller may do, and what can reach it.
@Path("/v1/rights")
class RightsResource {
  private final Calls calls;
  private final GetRights getRights;

  RightsResource(Calls calls, GetRights getRights) {
    this.calls = calls;
    this.getRights = getRights;
  }

  @GET
  @Produces("application/json")
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getRights",
      summary = "What the caller may read and write",
      description = "Rights only: it says nothing of what has been released.")
  @Parameter(ref = "Caller")
  @APIResponse(
      responseCode = "200",
      description = "The caller's rights",
      headers = {@Header(name = "Audit-Receipt", ref = "AuditReceipt")},
      content = @Content(mediaType = "application/json", schema = @Schema(ref = "Rights")))
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> rights() {
    return calls.answer(Operation.GET_RIGHTS, getRights::answer);
  }
}
