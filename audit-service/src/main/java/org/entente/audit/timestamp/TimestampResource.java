package org.entente.audit.timestamp;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.timestamp.TimeStampReply;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Time stamps on checkpoints; like these, open to every accepted certificate. */
@Path("/v1/timestamps")
@RunOnVirtualThread
@Tag(name = "timestamps", description = "When checkpoints existed, said by others (RFC 3161)")
class TimestampResource {

  private final StampedCheckpoints checkpoints;

  TimestampResource(StampedCheckpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "timestamps",
      summary = "Which checkpoints are stamped, and by whose authority",
      description =
          "The largest first; before continues below a size, limit is 1 to 500 checkpoints, 50"
              + " without it. Unrecorded, as checkpoints are: it says nothing about what happened.")
  public TimestampPage list(
      @QueryParam("before") Optional<String> before, @QueryParam("limit") Optional<String> limit) {
    var most = TimestampPage.limit(limit);
    return TimestampPage.of(checkpoints.below(TimestampPage.before(before), most), most);
  }

  @GET
  @Path("{size: [0-9]{1,18}}/{party}")
  @Produces(TimeStampReply.MEDIA_TYPE)
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=31536000, immutable")
  @Operation(
      operationId = "timestamp",
      summary = "What an authority answered",
      description =
          "The time-stamp reply as it came (RFC 3161 section 2.4.2), for openssl ts -verify; what it"
              + " stamps is the text in the list.")
  @APIResponse(
      responseCode = "200",
      description = "The reply, DER",
      content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public byte[] reply(@PathParam("size") String size, @PathParam("party") String party) {
    return checkpoints.reply(Long.parseLong(size), party).toByteArray();
  }
}
