package org.entente.indicator.lookup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/// What is known to a partner about values of any kind.
@Path("/v1/lookup")
class LookupResource {
  private static final String ANSWER =
      "One line for each value, in order: what it was taken for and each producer's statements, or"
          + " why it cannot be looked up";

  private final Calls calls;
  private final LookUp lookUp;

  LookupResource(Calls calls, LookUp lookUp) {
    this.calls = calls;
    this.lookUp = lookUp;
  }

  @POST
  @Consumes({MediaTypes.NDJSON, "application/json", "text/plain"})
  @Produces(MediaTypes.NDJSON)
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "lookupMany",
      summary = "What is known about many values",
      description =
          "A value that cannot be looked up does not fail the others. The record tells how many"
              + " values and keys, the digest of the answer, which begins with a salt, and the"
              + " objects told of; never a value.")
  @Parameter(ref = "Caller")
  @Parameter(ref = "At")
  @Parameter(ref = "Include")
  @APIResponse(
      responseCode = "200",
      description = ANSWER,
      headers = {@Header(name = "Audit-Receipt", ref = "AuditReceipt")},
      content = @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(ref = "Known")))
  @APIResponse(responseCode = "400", ref = "Refused")
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "413", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> many(
      @RequestBody(
              required = true,
              description =
                  "1 to 10 000 values as pasted: a JSON list, or lines; each a string, an object"
                      + " with value and maybe chain and type, or (in lines) the bare value",
              content = @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(ref = "Asked")))
          byte[] body) {
    return calls.answer(Operation.LOOKUP, call -> lookUp.many(call, body));
  }

  @GET
  @Produces(MediaTypes.NDJSON)
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "lookupOne",
      summary = "What is known about one value")
  @Parameter(ref = "Caller")
  @Parameter(
      name = "value",
      in = ParameterIn.QUERY,
      required = true,
      description = "As pasted",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "type",
      in = ParameterIn.QUERY,
      description = "STIX type of the observable",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "chain",
      in = ParameterIn.QUERY,
      description = "Name, ticker or CAIP-2 id",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(ref = "At")
  @Parameter(ref = "Include")
  @APIResponse(
      responseCode = "200",
      description = ANSWER,
      headers = {@Header(name = "Audit-Receipt", ref = "AuditReceipt")},
      content = @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(ref = "Known")))
  @APIResponse(responseCode = "400", ref = "Refused")
  @APIResponse(responseCode = "403", ref = "Refused")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RestResponse<byte[]> one() {
    return calls.answer(Operation.LOOKUP, lookUp::one);
  }
}
