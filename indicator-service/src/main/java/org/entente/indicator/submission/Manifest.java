package org.entente.indicator.submission;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.refusal.Refusal.SubmissionInvalid;

/// A submission manifest, byte for byte as the partner signed it: the ASCII of a compact JWS, or a
/// JWS in General JSON.
record Manifest(Slice bytes) {
  static final String HEADER = "submission-manifest";

  /// Reads the manifest from the gateway's header: a compact JWS as it is, General JSON in
  /// base64url. Only the first has dots.
  ///
  /// @throws SubmissionInvalid when it is empty or neither
  static Manifest read(String header) {
    byte[] bytes =
        header.indexOf('.') >= 0 ? header.getBytes(StandardCharsets.US_ASCII) : decode(header);
    if (bytes.length == 0) {
      throw new SubmissionInvalid("no manifest");
    }
    return new Manifest(Slice.of(bytes));
  }

  private static byte[] decode(String header) {
    try {
      return Base64.getUrlDecoder().decode(header);
    } catch (IllegalArgumentException e) {
      throw new SubmissionInvalid("the manifest is not base64url");
    }
  }
}
