package org.entente.audit.tile;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.access.RecordedAccess;
import org.entente.audit.access.Release;
import org.entente.audit.refusal.ContractFilter;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The read paths of C2SP tlog-tiles. Hashes say nothing about what happened and are open to every
 * accepted certificate; entries are for joint auditors: a bundle is needed whole to be hashed.
 */
@Path("/")
@RunOnVirtualThread
@Tag(name = "tiles", description = "The log as C2SP tlog-tiles serves it")
class TileResource {

  private static final String RECORD = "Audit-Record";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Tiles tiles;
  private final RecordedAccess access;

  TileResource(Tiles tiles, RecordedAccess access) {
    this.tiles = tiles;
    this.access = access;
  }

  @GET
  @Path("checkpoint")
  @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
  @Operation(
      operationId = "checkpoint",
      summary = "The newest checkpoint",
      description = "C2SP tlog-checkpoint, signed with Ed25519 and ML-DSA-44.")
  @APIResponse(
      responseCode = "200",
      description = "The signed note",
      content = @Content(schema = @Schema(implementation = String.class)))
  public String checkpoint() {
    return tiles.checkpoint();
  }

  @GET
  @Path("tile/{level: [0-9]+}/{n: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = FOR_EVER)
  @Operation(
      operationId = "tile",
      summary = "A tile of hashes",
      description =
          "C2SP tlog-tiles: n in groups of three digits, all but the last prefixed with x; a"
              + " partial tile ends in .p/ and its width. Up to 256 hashes of 32 bytes.")
  @APIResponse(
      responseCode = "200",
      description = "The hashes",
      content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public byte[] tile(@PathParam("level") String level, @PathParam("n") String n) {
    return tiles.hashes("tile/" + level + "/" + n);
  }

  @GET
  @Path("tile/entries/{n: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @SecurityRequirementsSet(
      value = {
        @SecurityRequirement(name = ContractFilter.CERTIFICATE),
        @SecurityRequirement(name = ContractFilter.AUDITOR)
      })
  @Operation(
      operationId = "entries",
      summary = "A bundle of entries",
      description =
          "C2SP tlog-tiles: up to 256 entries, each after its length as two bytes. For joint"
              + " auditors, by bearer token, since a bundle is needed whole and holds records of"
              + " every party; recorded as log.getEntries. Served as stored: hash them.")
  @APIResponse(
      responseCode = "200",
      description = "The entries",
      headers =
          @Header(
              name = RECORD,
              description =
                  "What the log recorded of this very answer, base64url: the leaf of an entry that"
                      + " a mirror need not read then",
              schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public RestResponse<byte[]> entries(@PathParam("n") String n) {
    return access.toJointAuditor(
        "log.getEntries",
        () -> {
          var bundle = tiles.entries("tile/entries/" + n);
          return Release.of(bundle, recorded -> answer(bundle, recorded.entry().index()));
        });
  }

  private RestResponse<byte[]> answer(byte[] bundle, long index) {
    var record = Base64.getUrlEncoder().withoutPadding().encodeToString(tiles.entry(index));
    return RestResponse.ResponseBuilder.ok(bundle).header(RECORD, record).build();
  }
}
