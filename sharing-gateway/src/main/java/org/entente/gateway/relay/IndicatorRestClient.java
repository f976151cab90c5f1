package org.entente.gateway.relay;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.entente.gateway.watch.Traceparent;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The indicator-service. Any status comes back as an answer; bodies are bytes, never trees. */
@Path("/v1")
@RegisterProvider(Traceparent.class)
@RegisterRestClient(configKey = "indicator-service")
interface IndicatorRestClient {

  String CALLER = "Entente-Caller";

  @GET
  @Path("/collections")
  RestResponse<byte[]> collections(@HeaderParam(CALLER) String caller);

  @GET
  @Path("/collections/{id}")
  RestResponse<byte[]> collection(@HeaderParam(CALLER) String caller, @PathParam("id") String id);

  @GET
  @Path("/collections/{id}/objects")
  RestResponse<byte[]> objects(
      @HeaderParam(CALLER) String caller,
      @PathParam("id") String id,
      @RestQuery MultivaluedMap<String, String> query);

  @GET
  @Path("/collections/{id}/objects/{object}")
  RestResponse<byte[]> object(
      @HeaderParam(CALLER) String caller,
      @PathParam("id") String id,
      @PathParam("object") String object,
      @RestQuery MultivaluedMap<String, String> query);

  @DELETE
  @Path("/collections/{id}/objects/{object}")
  RestResponse<byte[]> delete(
      @HeaderParam(CALLER) String caller,
      @PathParam("id") String id,
      @PathParam("object") String object,
      @RestQuery MultivaluedMap<String, String> query);

  @GET
  @Path("/collections/{id}/manifest")
  RestResponse<byte[]> manifest(
      @HeaderParam(CALLER) String caller,
      @PathParam("id") String id,
      @RestQuery MultivaluedMap<String, String> query);

  @GET
  @Path("/collections/{id}/objects/{object}/versions")
  RestResponse<byte[]> versions(
      @HeaderParam(CALLER) String caller,
      @PathParam("id") String id,
      @PathParam("object") String object,
      @RestQuery MultivaluedMap<String, String> query);

  @GET
  @Path("/rights")
  RestResponse<byte[]> rights(@HeaderParam(CALLER) String caller);

  @GET
  @Path("/lookup")
  RestResponse<byte[]> lookUp(
      @HeaderParam(CALLER) String caller, @RestQuery MultivaluedMap<String, String> query);

  @POST
  @Path("/lookup")
  RestResponse<byte[]> lookUp(
      @HeaderParam(CALLER) String caller,
      @HeaderParam("Content-Type") String type,
      @RestQuery MultivaluedMap<String, String> query,
      byte[] values);

  @GET
  @Path("/status/{id}")
  RestResponse<byte[]> status(@HeaderParam(CALLER) String caller, @PathParam("id") String id);

  @GET
  @Path("/evidence")
  RestResponse<byte[]> evidence(
      @HeaderParam(CALLER) String caller, @RestQuery MultivaluedMap<String, String> query);

  @POST
  @Path("/collections/{id}/submissions")
  @Consumes("application/taxii+json;version=2.1")
  RestResponse<byte[]> submit(
      @HeaderParam(CALLER) String caller,
      @HeaderParam("Submission-Manifest") String manifest,
      @HeaderParam("Entente-Submission") String established,
      @PathParam("id") String id,
      byte[] body);

  @POST
  @Path("/collections/{id}/releases")
  @Consumes("application/vnd.entente.release+json;version=1")
  RestResponse<byte[]> act(
      @HeaderParam(CALLER) String caller,
      @HeaderParam("Submission-Manifest") String manifest,
      @HeaderParam("Entente-Submission") String established,
      @PathParam("id") String id,
      byte[] body);

  @GET
  @Path("/collections/{id}/withdrawals")
  RestResponse<byte[]> withdrawals(
      @HeaderParam(CALLER) String caller,
      @PathParam("id") String id,
      @RestQuery MultivaluedMap<String, String> query);

  @POST
  @Path("/collections/{id}/dry-run")
  @Consumes("application/taxii+json;version=2.1")
  RestResponse<byte[]> dryRun(
      @HeaderParam(CALLER) String caller,
      @PathParam("id") String id,
      @RestQuery MultivaluedMap<String, String> query,
      byte[] body);

  @DELETE
  @Path("/collections/{id}/objects/{object}")
  RestResponse<byte[]> delete(
      @BeanParam Signature signature,
      @PathParam("id") String id,
      @PathParam("object") String object,
      @RestQuery MultivaluedMap<String, String> query);
}
