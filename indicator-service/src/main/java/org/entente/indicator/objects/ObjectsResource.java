package org.entente.indicator.objects;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// Released objects, for the partners they were released to. [ListingContract] completes what the
/// published contract says of these operations.
@Path("/v1/collections/{collection}")
@Produces(MediaTypes.TAXII)
@RunOnVirtualThread
class ObjectsResource {
  private final Calls calls;
  private final GetObjects getObjects;
  private final DeleteObject deleteObject;

  ObjectsResource(Calls calls, GetObjects getObjects, DeleteObject deleteObject) {
    this.calls = calls;
    this.getObjects = getObjects;
    this.deleteObject = deleteObject;
  }

  @GET
  @Path("/objects")
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getObjects",
      summary = "A page of what was released to the caller, oldest first",
      description = "The page ends early when it gets too large.")
  public RestResponse<byte[]> objects(@PathParam("collection") String collection) {
    return calls.answer(Operation.GET_OBJECTS, call -> getObjects.objects(call, collection));
  }

  @GET
  @Path("/manifest")
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getManifest",
      summary = "Which versions getObjects would hand over, and since when they are there")
  public RestResponse<byte[]> manifest(@PathParam("collection") String collection) {
    return calls.answer(Operation.GET_MANIFEST, call -> getObjects.manifest(call, collection));
  }

  @GET
  @Path("/objects/{object}")
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getObject",
      summary = "Released versions of one object, the latest unless others are asked for",
      description =
          "Withheld, absent and never heard of are the same 404. Released, but excluded by the"
              + " filters, is an empty envelope.")
  public RestResponse<byte[]> object(
      @PathParam("collection") String collection, @PathParam("object") String object) {
    return calls.answer(Operation.GET_OBJECT, call -> getObjects.object(call, collection, object));
  }

  @GET
  @Path("/objects/{object}/versions")
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getVersions",
      summary = "The released versions of one object, in the order of their release")
  public RestResponse<byte[]> versions(
      @PathParam("collection") String collection, @PathParam("object") String object) {
    return calls.answer(
        Operation.GET_VERSIONS, call -> getObjects.versions(call, collection, object));
  }

  @DELETE
  @Path("/objects/{object}")
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "deleteObject",
      summary = "Withdraws an object from everybody, for its producer",
      description =
          "404 without any right in the collection, 403 without both. With both it takes the"
              + " producer's manifest; without one it is refused as WITHDRAWAL_UNSIGNED.")
  public RestResponse<byte[]> delete(
      @PathParam("collection") String collection, @PathParam("object") String object) {
    return calls.answer(
        Operation.DELETE_OBJECT, call -> deleteObject.answer(call, collection, object));
  }
}
