package org.entente.gateway.lookup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.gateway.body.BodyBudget;
import org.entente.gateway.body.BoundedBody;
import org.entente.gateway.body.Deadline;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.entente.gateway.relay.Inside;
import org.entente.gateway.taxii.Reception;
import org.entente.gateway.taxii.Scope;

/** Look-up of wallets and other observables: let in, passed on, passed back. */
@Path("/taxii2/exchange/lookup")
@RunOnVirtualThread
class LookupResource {

  private static final String LINES = "application/x-ndjson";
  private static final Set<String> FORMS = Set.of(LINES, "application/json", "text/plain");

  /** Ten thousand values of four hundred bytes. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final Reception reception;
  private final Inside inside;
  private final BodyBudget budget;
  private final Duration deadline;

  LookupResource(Reception reception, Inside inside, BodyBudget budget, ExchangeConfig config) {
    this.reception = reception;
    this.inside = inside;
    this.budget = budget;
    this.deadline = config.bodies().deadline();
  }

  @GET
  @Operation(
      operationId = "lookupOne",
      summary = "What is known about one value",
      description =
          "A wallet, transaction, domain, URL, address, hash … in any form it is passed around in."
              + " Scope taxii.read.")
  @APIResponse(
      responseCode = "200",
      description = "One line",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
      content = @Content(mediaType = LINES, schema = @Schema(ref = "Known")))
  public Response one(@Context RoutingContext context, @Context UriInfo uri) {
    return inside.lookUp(reception.any(context, Scope.READ), uri.getQueryParameters());
  }

  @POST
  @Operation(
      operationId = "lookupMany",
      summary = "What is known about many values",
      description =
          "1 to 10 000 values of mixed kinds. A value that cannot be looked up does not fail the"
              + " others; the log never holds a value. Scope taxii.read.")
  @RequestBody(
      required = true,
      description = "A JSON list, or lines; each a string, an object, or (in lines) the bare value",
      content = @Content(mediaType = LINES, schema = @Schema(ref = "Asked")))
  @APIResponse(
      responseCode = "200",
      description = "One line for each value, in order",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"),
      content = @Content(mediaType = LINES, schema = @Schema(ref = "Known")))
  public Response many(@Context RoutingContext context, @Context UriInfo uri, InputStream body) {
    var errand = reception.any(context, Scope.READ);
    String form = form(context.request());
    try (var _ = budget.take(errand.caller().partner(), expected(context.request()))) {
      byte[] values = readInTime(context, body);
      return inside.lookUp(errand, uri.getQueryParameters(), form, values);
    }
  }

  /** How many bytes may come: as many as announced, never more than are taken. */
  private static long expected(HttpServerRequest request) {
    String announced = request.getHeader("Content-Length");
    return announced == null ? MOST_BYTES : Math.min(Long.parseLong(announced), MOST_BYTES);
  }

  private byte[] readInTime(RoutingContext context, InputStream body) {
    try (var _ = Deadline.in(deadline, context.vertx())) {
      return BoundedBody.read(body, MOST_BYTES);
    }
  }

  private static String form(HttpServerRequest request) {
    String sent = request.getHeader("Content-Type");
    String type = sent == null ? "" : sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!FORMS.contains(type)) {
      throw new Refused(
          Code.HTTP_MEDIA_TYPE,
          "Send Content-Type: " + LINES + ", or application/json for a list.");
    }
    return type;
  }
}
