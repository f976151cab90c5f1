package org.entente.gateway.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Add objects (TAXII 2.1 section 5.5), signed: manifest in a header or as the first part. */
@Path("/taxii2/exchange")
class SubmissionResource {

  private final Intake intake;

  SubmissionResource(Intake intake) {
    this.intake = intake;
  }

  @POST
  @Path("/collections/{id}/objects")
  @RunOnVirtualThread
  public Response plain(@Context RoutingContext context, @PathParam("id") String id, byte[] body) {
    return intake.take(context, id, () -> Incoming.plain(context.request(), body));
  }

  @POST
  @Path("/collections/{id}/objects")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RunOnVirtualThread
  public Response multipart(
      @Context RoutingContext context, @PathParam("id") String id, MultipartFormDataInput form) {
    return intake.take(context, id, () -> Incoming.multipart(form));
  }
}
