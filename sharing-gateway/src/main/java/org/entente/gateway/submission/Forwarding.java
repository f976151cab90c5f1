package org.entente.gateway.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.entente.gateway.relay.Verified;
import org.entente.kit.manifest.Claims;
import org.entente.kit.manifest.VerifiedManifest;
import org.entente.stix.marking.Recipient;

/** What goes inside with a verified submission: its manifest as it came, and what was found. */
final class Forwarding {

  private static final JsonFactory JSON = new JsonFactory();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /**
   * Largest manifest that goes inside. It travels in a header, in base64url when it is General
   * JSON; the services behind the door take 64 KiB of header fields.
   */
  static final int LARGEST_MANIFEST = 20 * 1024;

  /**
   * @param tlsLists lists of revoked certificates that the connection's was looked up in
   */
  static Verified of(Incoming incoming, VerifiedManifest verified, List<String> tlsLists) {
    if (incoming.manifest().length > LARGEST_MANIFEST) {
      throw new Refused(
          Code.SIG_MALFORMED, "Send a manifest of at most " + LARGEST_MANIFEST + " bytes.");
    }
    String established = BASE64URL.encodeToString(established(verified, tlsLists));
    boolean json = incoming.manifest()[0] == '{';
    String manifest =
        json
            ? BASE64URL.encodeToString(incoming.manifest())
            : new String(incoming.manifest(), StandardCharsets.US_ASCII);
    return new Verified(manifest, established);
  }

  private static byte[] established(VerifiedManifest verified, List<String> tlsLists) {
    var bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      claims(out, verified.claims());
      out.writeStringField("signer", verified.signer().urn().toString());
      out.writeStringField("signer_leaf", verified.signer().leaf().base64Url());
      out.writeStringField("manifest_sha256", verified.sha256().base64Url());
      out.writeStringField("body_sha256", verified.claims().body().sha256().base64Url());
      out.writeArrayFieldStart("checks");
      for (String check : verified.checks()) {
        out.writeString(check);
      }
      for (String list : tlsLists) {
        out.writeString("tls-" + list);
      }
      out.writeEndArray();
      out.writeStringField("verifier", VerifiedManifest.VERIFIER);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void claims(JsonGenerator out, Claims claims) throws IOException {
    out.writeStringField("jti", claims.id().toString());
    out.writeNumberField("iat", claims.issuedAt().getEpochSecond());
    out.writeNumberField("exp", claims.expiresAt().getEpochSecond());
    out.writeArrayFieldStart("rel");
    for (Recipient recipient : claims.recipients()) {
      out.writeString(recipient.urn());
    }
    out.writeEndArray();
    if (claims.tlp().isPresent()) {
      out.writeStringField("tlp", claims.tlp().get());
    }
  }

  private Forwarding() {}
}
