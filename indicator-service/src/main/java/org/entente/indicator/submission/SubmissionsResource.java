package org.entente.indicator.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// Submissions, as the gateway passes them on.
@Path("/v1/collections/{collection}/submissions")
class SubmissionsResource {
  private final Calls calls;
  private final AddObjects addObjects;

  SubmissionsResource(Calls calls, AddObjects addObjects) {
    this.calls = calls;
    this.addObjects = addObjects;
  }

  @POST
  @Consumes(MediaTypes.TAXII)
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  public RestResponse<byte[]> add(@PathParam("collection") String collection, byte[] body) {
    return calls.answer(Operation.ADD_OBJECTS, call -> addObjects.answer(call, collection, body));
  }
}
