package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.ManifestRejected.Code;

/**
 * A JWS split into its base64url parts (RFC 7515 section 7): the compact form, or the general JSON
 * form with one to three signatures and nothing unprotected.
 */
record Jws(String payload, List<Part> signatures) {

  static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_SIGNATURES = 3;

  /** One signature with the header it covers. */
  record Part(String header, String signature) {}

  static Jws parse(byte[] raw) {
    if (raw.length > MAX_BYTES) {
      throw malformed("The manifest is larger than 64 KiB.");
    }
    return raw.length > 0 && raw[0] == '{' ? general(raw) : compact(new String(raw, ISO_8859_1));
  }

  private static Jws compact(String text) {
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
      throw malformed("A compact manifest is three base64url parts joined by two dots.");
    }
    Part part = new Part(text.substring(0, first), text.substring(second + 1));
    return new Jws(text.substring(first + 1, second), List.of(part));
  }

  private static Jws general(byte[] raw) {
    Map<String, Object> outer = object(raw);
    if (outer.keySet().equals(Set.of("payload", "signatures"))
        && outer.get("payload") instanceof String payload
        && outer.get("signatures") instanceof List<?> list
        && !list.isEmpty()
        && list.size() <= MAX_SIGNATURES) {
      List<Part> parts = new ArrayList<>();
      list.forEach(entry -> parts.add(part(entry)));
      return new Jws(payload, List.copyOf(parts));
    }
    throw malformed("A JSON manifest holds payload and one to three signatures, nothing else.");
  }

  private static Part part(Object entry) {
    if (entry instanceof Map<?, ?> members
        && members.keySet().equals(Set.of("protected", "signature"))
        && members.get("protected") instanceof String header
        && members.get("signature") instanceof String signature) {
      return new Part(header, signature);
    }
    throw malformed("A signature holds protected and signature, nothing else.");
  }

  /** What a signature covers: RFC 7515 section 5.1 step 8. */
  byte[] signingInput(Part part) {
    return (part.header + "." + payload).getBytes(ISO_8859_1);
  }

  static byte[] decode(String base64url) {
    return Base64Url.decoded(base64url)
        .orElseThrow(() -> malformed("A part of the manifest is not strict base64url."));
  }

  static Map<String, Object> object(byte[] utf8) {
    try {
      return StrictJson.object(utf8);
    } catch (JsonRejected e) {
      throw malformed("A part of the manifest is not strict JSON.");
    }
  }

  private static ManifestRejected malformed(String detail) {
    return new ManifestRejected(Code.SIG_MALFORMED, detail);
  }
}
