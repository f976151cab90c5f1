package org.entente.indicator.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.jboss.resteasy.reactive.RestResponse;

/// The evidence behind released objects.
@Path("/v1/evidence")
class EvidenceResource {
  private final Calls calls;
  private final GetEvidence getEvidence;

  EvidenceResource(Calls calls, GetEvidence getEvidence) {
    this.calls = calls;
    this.getEvidence = getEvidence;
  }

  @GET
  @Produces("application/json")
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getEvidence",
      summary = "The signed submission behind an object",
      description =
          "For its producer, and for those to whom every object of the body was released; 404 otherwise.")
  @Parameter(ref = "Caller")
  @Parameter(
      name = "collection",
      in = ParameterIn.QUERY,
      description = "Collection id",
      required = true,
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "object",
      in = ParameterIn.QUERY,
      description = "STIX id",
      required = true,
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "version",
      in = ParameterIn.QUERY,
      description = "Version as TAXII shows it; the latest when absent",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "Manifest and body, byte for byte",
      headers = {@Header(name = "Audit-Receipt", ref = "AuditReceipt")},
      content = @Content(mediaType = "application/json", schema = @Schema(ref = "Evidence")))
  @APIResponse(responseCode = "400", ref = "Refused")
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "404", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> evidence() {
    return calls.answer(Operation.GET_EVIDENCE, getEvidence::answer);
  }
}
