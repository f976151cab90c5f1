package org.entente.kit.submit;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.client.ReceiptHandle;

/// A submission as the exchange's evidence tells of it.
///
/// @param id also that of its status
/// @param manifest base64 of the manifest as received
record KnownSubmission(String id, String manifest, ReceiptHandle receipt) {

  /// Empty when the answer is not of that form.
  static Optional<KnownSubmission> of(Map<String, Object> evidence) {
    return evidence.get("submission") instanceof String id
            && evidence.get("manifest") instanceof String manifest
            && evidence.get("index") instanceof Long index
            && evidence.get("leaf") instanceof String leaf
        ? Optional.of(new KnownSubmission(id, manifest, new ReceiptHandle(index, leaf)))
        : Optional.empty();
  }

  /// Whether it came with this very manifest.
  boolean isOf(SignedPart part) {
    byte[] wanted = Base64.getEncoder().encode(part.manifestBytes());
    return Arrays.equals(wanted, manifest.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
