package org.entente.indicator.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Calls;
import org.jboss.resteasy.reactive.RestResponse;

/// Where the gateway hands in what a partner signed.
@Path("/v1/collections/{id}/submissions")
@RunOnVirtualThread
public class SubmissionResource {
  private final Calls calls;
  private final Intake intake;

  SubmissionResource(Calls calls, Intake intake) {
    this.calls = calls;
    this.intake = intake;
  }

  /// Receives, records and admits one envelope; answers with its TAXII status.
  @POST
  @Consumes(MediaType.WILDCARD)
  public RestResponse<byte[]> submit(@PathParam("id") String id, byte[] body) {
    return calls.answer(Operation.ADD_OBJECTS, call -> intake.submit(call, id, body, calls));
  }
}
