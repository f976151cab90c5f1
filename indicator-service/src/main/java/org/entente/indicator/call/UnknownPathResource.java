package org.entente.indicator.call;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.indicator.refusal.Refusal.PathUnknown;
import org.jboss.resteasy.reactive.RestResponse;

/// Every path that is none: refused like anything else, and recorded.
@Path("/{path:.*}")
@RunOnVirtualThread
public class UnknownPathResource {
  private final Calls calls;

  UnknownPathResource(Calls calls) {
    this.calls = calls;
  }

  /// Refuses.
  @GET
  @Operation(hidden = true)
  public RestResponse<byte[]> get() {
    return refuse();
  }

  /// Refuses.
  @POST
  @Operation(hidden = true)
  public RestResponse<byte[]> post() {
    return refuse();
  }

  /// Refuses.
  @PUT
  @Operation(hidden = true)
  public RestResponse<byte[]> put() {
    return refuse();
  }

  /// Refuses.
  @DELETE
  @Operation(hidden = true)
  public RestResponse<byte[]> delete() {
    return refuse();
  }

  private RestResponse<byte[]> refuse() {
    return calls.answer(
        org.entente.indicator.audit.Operation.UNKNOWN,
        _ -> {
          throw new PathUnknown("nothing is served there");
        });
  }
}
