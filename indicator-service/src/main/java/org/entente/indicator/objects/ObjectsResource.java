package org.entente.indicator.objects;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.jboss.resteasy.reactive.RestResponse;

/// What a partner may read of a collection.
@Path("/v1/collections/{id}/objects")
@RunOnVirtualThread
public class ObjectsResource {
  private final Calls calls;
  private final ReleasedObjects objects;

  ObjectsResource(Calls calls, ReleasedObjects objects) {
    this.calls = calls;
    this.objects = objects;
  }

  /// One page, oldest first.
  @GET
  public RestResponse<byte[]> page(@PathParam("id") String id) {
    return calls.answer(Operation.GET_OBJECTS, call -> objects.page(call, id));
  }

  /// The latest version of one object.
  @GET
  @Path("/{object}")
  public RestResponse<byte[]> object(
      @PathParam("id") String id, @PathParam("object") String object) {
    return calls.answer(Operation.GET_OBJECT, call -> objects.object(call, id, object));
  }
}
