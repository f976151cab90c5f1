package org.entente.indicator.submission;

import java.time.Instant;
import java.util.UUID;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Slice;

/// The evidence of one submission as it is kept: everything here is stored before anything else
/// happens, and never changes.
///
/// @param kind what its body is
/// @param id also the id of its TAXII status
/// @param jti the manifest's id, unique for its partner for ever
/// @param caller the gateway's `Entente-Caller`, as received
/// @param verified the gateway's `Entente-Submission`, as received
/// @param record its access record, decided now so that every attempt appends the same bytes
record Submission(
    Kind kind,
    UUID id,
    UUID collection,
    String partner,
    String jti,
    Slice manifest,
    Slice body,
    String caller,
    String verified,
    Instant receivedAt,
    Line record) {

  /// Bytes it weighs in a batch.
  long weight() {
    return (long) body.length() + manifest.length() + verified.length() + record.length();
  }
}
