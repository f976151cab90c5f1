package org.entente.audit.append;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.access.AppendAccess;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.AppendResult.Conflict;
import org.entente.audit.sequencer.Appending;
import org.entente.audit.visibility.Readership;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Appending access records. Whatever is answered with an index is durable. */
@Path("/v1/entries")
@RunOnVirtualThread
@Tag(name = "append", description = "For the services of the exchange")
class EntriesResource {

  private static final int CREATED = 201;
  private static final int REPLAYED = 200;

  private final AppendAccess access;
  private final Appending appending;
  private final Readership readership;
  private final AppendTimes times;

  EntriesResource(
      AppendAccess access, Appending appending, Readership readership, AppendTimes times) {
    this.times = times;
    this.access = access;
    this.appending = appending;
    this.readership = readership;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "append",
      summary = "Append one access record",
      description =
          "For configured services, by certificate. The body is the leaf, byte for byte; see"
              + " RECORD.md. Its metadata.uid is the idempotency key: the same bytes again keep"
              + " their index, other bytes are an IDEMPOTENCY_CONFLICT.")
  @APIResponse(
      responseCode = "201",
      description = "Appended and durable",
      content = @Content(schema = @Schema(implementation = AppendAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "Had been appended before",
      content = @Content(schema = @Schema(implementation = AppendAnswer.class)))
  public RestResponse<AppendAnswer> append(
      @RequestBody(content = @Content(schema = @Schema(implementation = Object.class)))
          byte[] body) {
    var records = records();
    var entries = List.of(records.single(body));
    return switch (times.of(records, entries, appending::append).getFirst()) {
      case Appended appended ->
          ResponseBuilder.<AppendAnswer>create(appended.replayed() ? REPLAYED : CREATED)
              .entity(AppendAnswer.of(appended))
              .build();
      case Conflict conflict -> throw new IdempotencyConflict(conflict.uid());
    };
  }

  @POST
  @Path("/batch")
  @Consumes({BatchAnswer.NDJSON, MediaType.APPLICATION_JSON})
  @Produces(BatchAnswer.NDJSON)
  @Operation(
      operationId = "appendBatch",
      summary = "Append up to 1024 access records in one commit",
      description =
          "One record per line, at most 4 MiB. One answer per line, in the same order: as for a"
              + " single record, or code and detail of a conflict. A record that is none refuses"
              + " the whole batch and names its line.")
  @APIResponse(
      responseCode = "200",
      description = "All of the batch that is new is durable",
      content = @Content(schema = @Schema(implementation = String.class)))
  public String appendBatch(
      @RequestBody(content = @Content(schema = @Schema(implementation = String.class)))
          byte[] body) {
    var records = records();
    return BatchAnswer.of(times.of(records, records.batch(body), appending::append));
  }

  private Records records() {
    return new Records(access.require(), readership);
  }
}
