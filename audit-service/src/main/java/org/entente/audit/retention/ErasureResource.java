package org.entente.audit.retention;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.access.RecordedAccess;
import org.entente.audit.record.Actor;
import org.entente.audit.refusal.ContractFilter;

/** Erasure before its time, because somebody has the right to it. */
@Path("/v1/erasures")
@RunOnVirtualThread
@Tag(name = "erasures", description = "For joint auditors")
class ErasureResource {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RecordedAccess access;
  private final Erasures erasures;

  ErasureResource(RecordedAccess access, Erasures erasures) {
    this.access = access;
    this.erasures = erasures;
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
      operationId = "erase",
      summary = "Erase the personal fields of one client",
      description =
          "For joint auditors, by bearer token; nobody erases its own. All entries of this client"
              + " so far lose their disclosures; the entries and every proof of them stay. Each"
              + " erasure is an entry log.erase with the stated reason, which all parties read, and"
              + " the request is recorded as erasure.request. The same again erases what came"
              + " since.")
  @APIResponse(
      responseCode = "200",
      description = "What was erased, and which entries say so",
      content = @Content(schema = @Schema(implementation = Erasures.Erased.class)))
  public byte[] erase(
      @RequestBody(content = @Content(schema = @Schema(implementation = ErasureRequest.class)))
          byte[] body) {
    return access.byJointAuditor("erasure.request", actor -> erase(actor, body));
  }

  private byte[] erase(Actor auditor, byte[] body) {
    var request = read(body);
    if (request.party().equals(auditor.party()) && request.actor().equals(auditor.client())) {
      throw ErasureRefused.ofOneself();
    }
    try {
      return JSON.writeValueAsBytes(
          erasures.of(request.party(), request.actor(), request.reason()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers can be written", e);
    }
  }

  private static ErasureRequest read(byte[] body) {
    try (var parser = JSON.createParser(body)) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      JsonNode json = JSON.readTree(parser);
      if (json == null || !json.isObject()) {
        throw ErasureRefused.invalid("a JSON object is needed");
      }
      return ErasureRequest.of(
          json.path("party").textValue(),
          json.path("actor").textValue(),
          json.path("reason").textValue());
    } catch (JsonProcessingException e) {
      throw ErasureRefused.invalid("not JSON");
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }
}
