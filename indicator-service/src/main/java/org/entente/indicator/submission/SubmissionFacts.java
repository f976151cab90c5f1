package org.entente.indicator.submission;

import java.util.Map;
import java.util.UUID;
import org.entente.indicator.audit.Fact;

/// What every record about a submission says of it.
final class SubmissionFacts {
  private SubmissionFacts() {}

  static Map<Fact, Object> of(UUID id, UUID collection, Established established, long bodySize) {
    return Map.of(
        Fact.COLLECTION, collection.toString(),
        Fact.SUBMISSION, id.toString(),
        Fact.MANIFEST_SHA256, established.digests().manifest().base64url(),
        Fact.BODY_SHA256, established.digests().body().base64url(),
        Fact.BODY_SIZE, bodySize,
        Fact.SIGNER, established.signer());
  }
}
