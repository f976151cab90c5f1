package org.entente.indicator.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// TAXII status resources, each for its submitter only.
@Path("/v1/status")
class StatusResource {
  private final Calls calls;
  private final Statuses statuses;

  StatusResource(Calls calls, Statuses statuses) {
    this.calls = calls;
    this.statuses = statuses;
  }

  @GET
  @Path("/{status}")
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  public RestResponse<byte[]> status(@PathParam("status") String status) {
    return calls.answer(Operation.GET_STATUS, call -> statuses.answer(call, status));
  }
}
