package org.entente.indicator.collection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// The collections the caller takes part in.
@Path("/v1/collections")
class CollectionsResource {
  private final Calls calls;
  private final GetCollections getCollections;

  CollectionsResource(Calls calls, GetCollections getCollections) {
    this.calls = calls;
    this.getCollections = getCollections;
  }

  @GET
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  public RestResponse<byte[]> all() {
    return calls.answer(Operation.GET_COLLECTIONS, getCollections::all);
  }

  @GET
  @Path("/{collection}")
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  public RestResponse<byte[]> one(@PathParam("collection") String collection) {
    return calls.answer(Operation.GET_COLLECTION, call -> getCollections.one(call, collection));
  }
}
