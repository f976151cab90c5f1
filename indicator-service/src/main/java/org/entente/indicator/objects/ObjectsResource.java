package org.entente.indicator.objects;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// Released objects, for the partners they were released to.
@Path("/v1/collections/{collection}/objects")
class ObjectsResource {
  private final Calls calls;
  private final GetObjects getObjects;

  ObjectsResource(Calls calls, GetObjects getObjects) {
    this.calls = calls;
    this.getObjects = getObjects;
  }

  @GET
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  public RestResponse<byte[]> page(@PathParam("collection") String collection) {
    return calls.answer(Operation.GET_OBJECTS, call -> getObjects.page(call, collection));
  }

  @GET
  @Path("/{object}")
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  public RestResponse<byte[]> one(
      @PathParam("collection") String collection, @PathParam("object") String object) {
    return calls.answer(Operation.GET_OBJECT, call -> getObjects.one(call, collection, object));
  }
}
