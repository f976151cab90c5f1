package org.entente.indicator.submission;

import org.entente.indicator.admission.Origin;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.envelope.Envelope;

/// A submission as it is received: the evidence, and the record that will stand for it in the log.
///
/// @param headers what the gateway said of caller and manifest, as it said it
/// @param record the exact bytes of the log's leaf, so that a retry appends the same
record Submission(
    Origin origin, Established established, Evidence evidence, Headers headers, Line record) {
  /// What was signed, byte for byte.
  record Evidence(Slice manifest, Slice body) {}

  /// The gateway's headers, base64url JSON.
  record Headers(String caller, String established) {}

  /// The same with its body read.
  Progress.Received received(Envelope envelope) {
    return new Progress.Received(origin, established, record, envelope);
  }
}
