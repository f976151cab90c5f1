package org.entente.indicator.submission;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.refusal.Refusal.SubmissionInvalid;

/// A submission manifest, byte for byte as the partner signed it: the ASCII of a compact JWS, or a
/// JWS in General JSON.
public record Manifest(Slice bytes) {
  static final String HEADER = "submission-manifest";
  static final String FORM_HEADER = "submission-manifest-form";

  /// Reads the manifest from the gateway's headers.
  ///
  /// @param form `json` for General JSON in base64url, anything else for compact
  /// @throws SubmissionInvalid when it is empty or not base64url
  static Manifest read(String header, String form) {
    byte[] bytes =
        form.equals("json") ? decode(header) : header.getBytes(StandardCharsets.US_ASCII);
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
