package org.entente.gateway.submission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.entente.kit.manifest.Content;

/**
 * A submission as it came: two byte arrays that nobody changes.
 *
 * @param manifest the JWS as sent
 * @param body the signed bytes as sent
 * @param content what they are
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes on their way through; never compared.
record Incoming(byte[] manifest, byte[] body, Content content) {

  static final String MANIFEST = "Submission-Manifest";

  private static final List<String> MANIFEST_TYPES =
      List.of("application/jose", "application/jose+json");

  /** Manifest in a header, the signed bytes as the body. */
  static Incoming plain(List<String> manifests, byte[] body, Content content) {
    if (manifests.size() != 1) {
      throw new Refused(
          Code.SIG_MALFORMED, "Send exactly one " + MANIFEST + " header; see the partner kit.");
    }
    byte[] manifest = manifests.getFirst().getBytes(StandardCharsets.ISO_8859_1);
    return new Incoming(manifest, body, content);
  }

  /** First part manifest, second part body, nothing else. */
  static Incoming multipart(List<String> manifests, String contentType, byte[] bytes) {
    if (!manifests.isEmpty()) {
      throw new Refused(Code.SIG_MALFORMED, "Send one manifest: as a header or as a part.");
    }
    List<Multipart.Part> parts = Multipart.parts(bytes, contentType);
    if (!parts.stream().map(Multipart.Part::name).toList().equals(List.of("manifest", "body"))) {
      throw new Refused(
          Code.MULTIPART_INVALID, "Send two parts: first \"manifest\", then \"body\".");
    }
    Multipart.Part manifest = parts.getFirst();
    if (manifest.contentType().filter(MANIFEST_TYPES::contains).isEmpty()) {
      throw new Refused(
          Code.HTTP_MEDIA_TYPE, "The part \"manifest\" is one of " + MANIFEST_TYPES + ".");
    }
    Multipart.Part body = parts.getLast();
    Arrival.requireTaxii(body.contentType());
    return new Incoming(manifest.content(), body.content(), Content.ENVELOPE);
  }
}
