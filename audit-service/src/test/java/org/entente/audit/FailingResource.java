package org.entente.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.audit.access.RecordedAccess;

/** What goes wrong behind a door, and where there is none. */
@Path("/v1/failing")
@RunOnVirtualThread
class FailingResource {

  static final String REASON = "the reason is nobody's business";

  private final RecordedAccess access;

  FailingResource(RecordedAccess access) {
    this.access = access;
  }

  @GET
  @Path("/door")
  @Operation(hidden = true)
  public byte[] door() {
    return access.byAuditor("log.failing", _ -> failing());
  }

  @GET
  @Path("/act")
  @Operation(hidden = true)
  public byte[] act() {
    return access.acting("review.failing", FailingResource::failing, (_, _) -> failing());
  }

  @GET
  @Path("/open")
  @Operation(hidden = true)
  public byte[] open() {
    return failing();
  }

  private static byte[] failing() {
    throw new IllegalStateException(REASON);
  }
}
