package org.entente.audit.sequence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/** Gaps for auditors. */
@Path("/v1/gaps")
@RunOnVirtualThread
@Tag(name = "search", description = "For auditors")
class GapsResource {

  private static final ObjectWriter JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build()
          .writerFor(GapsPage.class);

  private final RecordedAccess access;
  private final PostgresNumbers numbers;

  GapsResource(RecordedAccess access, PostgresNumbers numbers) {
    this.access = access;
    this.numbers = numbers;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @SecurityRequirementsSet(
      value = {
        @SecurityRequirement(name = ContractFilter.CERTIFICATE),
        @SecurityRequirement(name = ContractFilter.AUDITOR)
      })
  @Operation(
      operationId = "gaps",
      summary = "Numbers of a client that the log does not have",
      description =
          "Clients may number their requests (client_seq). Lists the numbers that are in no entry,"
              + " paged by number; a page looks at 10 000 numbers at most. For auditors, by bearer"
              + " token, of their own party's clients, for joint ones of all; recorded as log.gaps.")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content = @Content(schema = @Schema(implementation = GapsPage.class)))
  public byte[] gaps(@BeanParam GapsParameters asked) {
    return access.byAuditor("log.gaps", scope -> json(numbers.gaps(GapsQuery.of(asked, scope))));
  }

  private static byte[] json(GapsPage page) {
    try {
      return JSON.writeValueAsBytes(page);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts are JSON", e);
    }
  }
}
