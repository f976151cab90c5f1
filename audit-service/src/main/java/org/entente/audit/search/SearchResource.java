package org.entente.audit.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.access.RecordedAccess;
import org.entente.audit.refusal.ContractFilter;

/** Search for auditors. */
@Path("/v1/search")
@RunOnVirtualThread
@Tag(name = "search", description = "For auditors")
class SearchResource {

  private final RecordedAccess access;
  private final PostgresSearch search;

  SearchResource(RecordedAccess access, PostgresSearch search) {
    this.access = access;
    this.search = search;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @SecurityRequirementsSet(
      value = {
        @SecurityRequirement(name = ContractFilter.CERTIFICATE),
        @SecurityRequirement(name = ContractFilter.AUDITOR)
      })
  @Operation(
      operationId = "search",
      summary = "Entries by time, party, actor, operation, object and outcome",
      description =
          "Newest first, paged by index. For auditors, by bearer token; recorded as log.search. A"
              + " party's auditors find the records their party may read, joint auditors all. An"
              + " entry whose stored bytes no longer fit its leaf hash has altered, the bytes in"
              + " base64, instead of record; one whose stored actor does not fit its record has"
              + " actor_mismatch.")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content = @Content(schema = @Schema(implementation = SearchAnswer.class)))
  public byte[] search(@BeanParam SearchParameters asked) {
    return access.byAuditor(
        "log.search", scope -> search.find(SearchQuery.of(asked), scope).json());
  }
}
