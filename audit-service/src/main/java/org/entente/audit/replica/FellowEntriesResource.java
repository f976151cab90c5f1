package org.entente.audit.replica;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.audit.access.AppendAccess;
import org.entente.audit.sequencer.Appending;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.visibility.Readership;

/**
 * Appends for fellow replicas, if this one leads. It passes nothing on: who leads no more says so,
 * and is not a link of a chain. No part of the contract.
 */
@Path(FellowEntriesResource.PATH)
@RunOnVirtualThread
class FellowEntriesResource {

  static final String PATH = "/v1/fellows/entries";

  private final AppendAccess access;
  private final Appending appending;
  private final Readership readership;

  FellowEntriesResource(AppendAccess access, Appending appending, Readership readership) {
    this.access = access;
    this.appending = appending;
    this.readership = readership;
  }

  @POST
  @Consumes(Frames.MEDIA_TYPE)
  @Produces(Frames.MEDIA_TYPE)
  @Operation(hidden = true)
  public byte[] append(byte[] body) {
    access.requireFellow();
    List<NewEntry> entries = Frames.entries(body, readership);
    return Frames.ofResults(appending.appendHere(entries));
  }
}
