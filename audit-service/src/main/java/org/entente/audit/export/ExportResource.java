package org.entente.audit.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.access.RecordedAccess;
import org.entente.audit.refusal.ContractFilter;
import org.entente.audit.search.SearchParameters;

/** Exports for auditors. */
@Path("/v1/exports")
@RunOnVirtualThread
@Tag(name = "exports", description = "For auditors")
class ExportResource {

  private final RecordedAccess access;
  private final ExportedFiles files;

  ExportResource(RecordedAccess access, ExportedFiles files) {
    this.access = access;
    this.files = files;
  }

  @POST
  @Produces({"application/zip", "application/x-ndjson", "text/csv"})
  @SecurityRequirementsSet(
      value = {
        @SecurityRequirement(name = ContractFilter.CERTIFICATE),
        @SecurityRequirement(name = ContractFilter.AUDITOR)
      })
  @Operation(
      operationId = "export",
      summary = "Entries to take away, as evidence, JSON Lines or CSV",
      description =
          "The newest entries that match, as a search finds them, oldest first; at most 10000."
              + " Recorded as log.export before the first byte, with length and SHA-256 of the"
              + " entries as JSON Lines. Streamed: an answer that breaks off is not whole. What a"
              + " pack of evidence holds, and how to verify it, is in EVIDENCE.md.")
  @APIResponse(
      responseCode = "200",
      description = "The export",
      content = {
        @Content(
            mediaType = "application/zip",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(implementation = String.class)),
        @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
      })
  public Response export(@BeanParam SearchParameters asked, @BeanParam ExportParameters form) {
    return answer(access.releasing(ExportedFiles.OPERATION, scope -> files.of(asked, form, scope)));
  }

  /** No RestResponse: with several media types the framework prints that, not its entity. */
  static Response answer(ExportedFile file) {
    StreamingOutput body = file.content()::write;
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_TYPE, file.format().type())
        .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition())
        .build();
  }
}
