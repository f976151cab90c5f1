package org.entente.indicator.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.jboss.resteasy.reactive.RestResponse;

/// The evidence behind released objects.
@Path("/v1/evidence")
class EvidenceResource {
  private final Calls calls;
  private final GetEvidence getEvidence;

  EvidenceResource(Calls calls, GetEvidence getEvidence) {
    this.calls = calls;
    this.getEvidence = getEvidence;
  }

  @GET
  @Produces("application/json")
  @RunOnVirtualThread
  public RestResponse<byte[]> evidence() {
    return calls.answer(Operation.GET_EVIDENCE, getEvidence::answer);
  }
}
