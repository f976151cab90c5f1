package org.entente.gateway.taxii;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
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
  private final byte[] discovery;
  private final byte[] apiRoot;

  DiscoveryResource(Reception reception, Recorder recorder, ExchangeConfig config) {
    this.reception = reception;
    this.recorder = recorder;
    var server = new ServerDescription(config);
    this.discovery = server.discovery().getBytes(StandardCharsets.UTF_8);
    this.apiRoot = server.apiRoot().getBytes(StandardCharsets.UTF_8);
  }

  @GET
  @RunOnVirtualThread
  public Response discovery(@Context RoutingContext context) {
    return recorded(reception.taxii(context, Scope.EITHER), discovery);
  }

  @GET
  @Path("/exchange")
  @RunOnVirtualThread
  public Response apiRoot(@Context RoutingContext context) {
    return recorded(reception.taxii(context, Scope.EITHER), apiRoot);
  }

  /** Record, then release: the answer exists only once its record is durable. */
  private Response recorded(Errand errand, byte[] body) {
    AuditReceipt receipt = recorder.append(errand.attempt(), new Outcome.Allowed(OK, body.length));
    return Response.ok(body)
        .header("Content-Type", ErrorBody.TAXII)
        .header("Cache-Control", "no-store")
        .header(AuditReceipt.HEADER, receipt.headerValue())
        .build();
  }
}
