package org.entente.indicator.withdrawal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// What was withdrawn from the caller; what its pages have in common with objects stands in the
/// contract's filter.
@Path("/v1/collections/{collection}/withdrawals")
class WithdrawalsResource {
  private final Calls calls;
  private final GetWithdrawals getWithdrawals;

  WithdrawalsResource(Calls calls, GetWithdrawals getWithdrawals) {
    this.calls = calls;
    this.getWithdrawals = getWithdrawals;
  }

  @GET
  @Produces(MediaTypes.TAXII)
  @RunOnVirtualThread
  @org.eclipse.microprofile.openapi.annotations.Operation(
      operationId = "getWithdrawals",
      summary = "What was withdrawn from the caller, oldest first",
      description = "Only versions that had been released to it; paged like objects.")
  public RestResponse<byte[]> page(@PathParam("collection") String collection) {
    return calls.answer(Operation.GET_WITHDRAWALS, call -> getWithdrawals.answer(call, collection));
  }
}
