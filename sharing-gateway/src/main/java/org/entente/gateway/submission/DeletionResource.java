package org.entente.gateway.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.relay.Errand;
import org.entente.gateway.relay.Inside;
import org.entente.gateway.relay.Inside.Deletion;
import org.entente.gateway.taxii.Reception;
import org.entente.gateway.taxii.Scope;
import org.entente.kit.manifest.Content;
import org.jspecify.annotations.Nullable;

/**
 * Delete an object (TAXII 2.1 section 5.7): a withdrawal by its producer. A DELETE has no body, so
 * what is signed is the absolute URL, query included. Without a manifest the permissions are looked
 * at all the same, since they come first.
 */
@Path("/taxii2")
class DeletionResource {

  private static final String API_ROOT_PATH = "/taxii2/exchange/";

  private final Reception reception;
  private final Intake intake;
  private final Inside inside;
  private final String apiRoot;

  DeletionResource(Reception reception, Intake intake, Inside inside, ExchangeConfig config) {
    this.reception = reception;
    this.intake = intake;
    this.inside = inside;
    this.apiRoot = config.apiRoot();
  }

  @DELETE
  @Path("/exchange/collections/{id}/objects/{object}")
  @Operation(
      operationId = "deleteObject",
      summary = "Delete an object",
      description =
          "TAXII 2.1 section 5.7: 404 without any right in the collection, 403 without both. It is"
              + " a withdrawal and takes a manifest over the URL's ASCII bytes.")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn from everybody",
      headers = @Header(name = "Audit-Receipt", ref = "AuditReceipt"))
  @RunOnVirtualThread
  public Response delete(
      @Context RoutingContext context,
      @Context UriInfo uri,
      @PathParam("id") String id,
      @PathParam("object") String object) {
    Reception.learnCollection(context, id);
    Errand errand = reception.taxii(context, Scope.EITHER);
    List<String> manifests = context.request().headers().getAll(Incoming.MANIFEST);
    if (manifests.isEmpty()) {
      return inside.delete(errand, id, object, uri.getQueryParameters());
    }
    String url = url(errand.attempt().http().path(), context.request().query());
    byte[] signed = url.getBytes(StandardCharsets.US_ASCII);
    var incoming = Incoming.plain(manifests, signed, Content.DELETION);
    Intake.Signed held = intake.judge(context, errand, id, incoming);
    var deletion = new Deletion(id, object, url, held.verified());
    return inside.delete(held.errand(), deletion, uri.getQueryParameters());
  }

  /** The URL as partners know it, whatever name this replica was reached under. */
  private String url(String path, @Nullable String query) {
    String below = path.substring(API_ROOT_PATH.length());
    return apiRoot + below + (query == null ? "" : "?" + query);
  }
}
