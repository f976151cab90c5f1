package org.entente.gateway.taxii;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.gateway.partner.CurrentPartners;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.record.AuditReceipt;
import org.entente.gateway.record.Outcome;
import org.entente.gateway.record.Recorder;
import org.entente.gateway.refusal.ErrorBody;
import org.entente.gateway.relay.Errand;

/** Discovery and API root (TAXII 2.1 sections 4.1 and 4.2): what the gateway answers itself. */
@Path("/taxii2")
class DiscoveryResource {

  private static final int OK = 200;

  private final Reception reception;
  private final Recorder recorder;
  private final ExchangeConfig config;
  private final CurrentPartners partners;

  DiscoveryResource(
      Reception reception, Recorder recorder, ExchangeConfig config, CurrentPartners partners) {
    this.reception = reception;
    this.recorder = recorder;
    this.config = config;
    this.partners = partners;
  }

  private ServerDescription server(RoutingContext context) {
    return new ServerDescription(partners.of(context).agreement().title(), config);
  }

  @GET
  @Operation(
      operationId = "discovery",
      summary = "Discovery",
      description =
          "TAXII 2.1 section 4.1. Scope taxii.read or taxii.write. Recorded as taxii.discovery.")
  @APIResponse(
      responseCode = "200",
      description = "The API roots",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
      content = @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "Discovery")))
  @RunOnVirtualThread
  public Response discovery(@Context RoutingContext context) {
    return recorded(reception.taxii(context, Scope.EITHER), server(context).discovery());
  }

  @GET
  @Path("/exchange")
  @Operation(
      operationId = "apiRoot",
      summary = "The API root",
      description =
          "TAXII 2.1 section 4.2. Scope taxii.read or taxii.write. Recorded as taxii.apiRoot.")
  @APIResponse(
      responseCode = "200",
      description = "What this API root offers",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
      content = @Content(mediaType = ErrorBody.TAXII, schema = @Schema(ref = "ApiRoot")))
  @RunOnVirtualThread
  public Response apiRoot(@Context RoutingContext context) {
    return recorded(reception.taxii(context, Scope.EITHER), server(context).apiRoot());
  }

  /** Record, then release: the answer exists only once its record is durable. */
  private Response recorded(Errand errand, String description) {
    byte[] body = description.getBytes(StandardCharsets.UTF_8);
    AuditReceipt receipt = recorder.append(errand.attempt(), new Outcome.Allowed(OK, body.length));
    return Response.ok(body)
        .header("Content-Type", ErrorBody.TAXII)
        .header("Cache-Control", "no-store")
        .header(AuditReceipt.HEADER, receipt.headerValue())
        .build();
  }
}
