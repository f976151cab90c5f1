package org.entente.audit.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.access.RecordedAccess;
import org.entente.audit.access.Release;
import org.entente.audit.access.Release.Recorded;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Sha256;
import org.entente.audit.refusal.ContractFilter;

/** Where parties file what their clients' journals and the log do not have in common. */
@Path("/v1/reconciliations")
@RunOnVirtualThread
@Tag(name = "reconciliations", description = "For auditors")
class ReconciliationResource {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RecordedAccess access;
  private final PostgresReconciliations store;

  ReconciliationResource(RecordedAccess access, PostgresReconciliations store) {
    this.access = access;
    this.store = store;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @SecurityRequirementsSet(
      value = {
        @SecurityRequirement(name = ContractFilter.CERTIFICATE),
        @SecurityRequirement(name = ContractFilter.AUDITOR)
      })
  @Operation(
      operationId = "reconcile",
      summary = "File what a client's journal and the log do not have in common",
      description =
          "For auditors, by bearer token, about clients of their own party. Recorded as log.reconcile"
              + " with length and SHA-256 of the body as received before it is kept. It is a claim"
              + " and shown as one. A list has as many items as its total says, up to 1000; 2 MiB at"
              + " most. The newest of a client counts; each remains in the log by its digest.")
  @APIResponse(
      responseCode = "200",
      description = "It is on record and kept",
      content = @Content(schema = @Schema(implementation = Filed.class)))
  public byte[] file(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Reconciliation.class)))
          byte[] body) {
    return access.taking(PostgresReconciliations.OPERATION, actor -> taken(actor, body));
  }

  private Release<byte[]> taken(Actor auditor, byte[] body) {
    var claim = ReconciliationJson.read(body);
    if (!claim.party().equals(auditor.party())) {
      throw ReconciliationRefused.foreign(auditor.party());
    }
    Reconciliation.require(claim.size() <= store.size(), "the log is not that large yet");
    var sha256 = Sha256.of(body);
    return new Release<>(
        body.length,
        sha256,
        recorded -> {
          store.keep(recorded.entry().index(), claim, body);
          return answer(recorded, sha256);
        });
  }

  private static byte[] answer(Recorded recorded, String sha256) {
    var entry = recorded.entry();
    var leaf = Sha256.base64url(entry.leaf().toByteArray());
    try {
      return JSON.writeValueAsBytes(new Filed(entry.index(), leaf, sha256));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts are JSON", e);
    }
  }
}
