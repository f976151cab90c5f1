package org.entente.audit.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.access.RecordedAccess;

/** Receipts by leaf hash. */
@Path("/v1/receipts/{leaf}")
@RunOnVirtualThread
@Tag(name = "receipts", description = "Proofs for services and auditors")
class ReceiptResource {

  private static final String OPERATION = "receipt.get";

  private final RecordedAccess access;
  private final Receipts receipts;

  ReceiptResource(RecordedAccess access, Receipts receipts) {
    this.access = access;
    this.receipts = receipts;
  }

  @GET
  @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
  @Operation(
      operationId = "receipt",
      summary = "The receipt of one entry",
      description =
          "A C2SP tlog-proof with the entry itself as extra: it can be verified offline. Against"
              + " the newest checkpoint (stage=sequenced, the default), or against one that the"
              + " policy's quorum of witnesses has cosigned (stage=witnessed; 503 until it has)."
              + " Services ask for a party, by certificate, and get receipts of that party's"
              + " records only; auditors ask without party, by bearer token, and get those of the"
              + " records they may read. Recorded as receipt.get.")
  @APIResponse(
      responseCode = "200",
      description = "The tlog-proof",
      content = @Content(schema = @Schema(implementation = String.class)))
  public byte[] receipt(
      @PathParam("leaf") String leaf,
      @QueryParam("party") Optional<String> party,
      @QueryParam("stage") Optional<String> stage) {
    return party
        .map(p ->
            access.forParty(
                OPERATION, p, () -> receipts.of(leaf, new Entitlement.Own(p), Stage.of(stage))))
        .orElseGet(() ->
            access.byAuditor(
                OPERATION,
                scope -> receipts.of(leaf, new Entitlement.Audit(scope), Stage.of(stage))));
  }
}
