package org.entente.gateway.submission;

import java.util.Base64;
import java.util.List;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.entente.kit.manifest.Body;

/** The Content-Digest header (RFC 9530 section 2): optional, but when present it must be right. */
final class ContentDigest {

  private static final String SHA_256 = "sha-256=";

  static void requireMatch(List<String> headers, Body body) {
    String right = SHA_256 + ":" + Base64.getEncoder().encodeToString(body.sha256().bytes()) + ":";
    for (String header : headers) {
      for (String member : header.split(",", -1)) {
        String digest = member.strip();
        if (digest.startsWith(SHA_256) && !digest.equals(right)) {
          throw new Refused(Code.BODY_DIGEST, "Content-Digest is not the digest of the body.");
        }
      }
    }
  }

  private ContentDigest() {}
}
