package org.entente.audit.restore;

import java.time.Instant;
import java.util.Comparator;
import org.entente.log.Checkpoint;
import org.entente.log.EvidenceRejected;
import org.entente.log.KeyType;
import org.entente.log.NoteSignature;
import org.entente.log.SignedNote;
import org.entente.log.TlogPolicy;

/**
 * A checkpoint of the log that a mirror has kept, verified.
 *
 * @param note its text and the log's own signatures
 * @param at when the log signed it, to the second; 1970 when no signature says
 */
record SignedSize(Checkpoint checkpoint, SignedNote note, Instant at) {

  /**
   * Verifies it.
   *
   * @param place where it was found, for the message
   * @throws RestoreRefused when it is not one of this log
   */
  static SignedSize of(SignedNote note, String place, String origin, TlogPolicy log) {
    try {
      var checkpoint = log.sequenced().verify(note);
      if (!checkpoint.origin().equals(origin)) {
        throw new RestoreRefused(place + " is of the log " + checkpoint.origin());
      }
      return new SignedSize(checkpoint, note.only(log.logs()), at(note, log));
    } catch (EvidenceRejected e) {
      throw new RestoreRefused(
          "%s is not signed by the log %s: %s".formatted(place, origin, e.getMessage()));
    }
  }

  private static Instant at(SignedNote note, TlogPolicy log) {
    return log.logs().stream()
        .filter(key -> key.type() == KeyType.ML_DSA_44)
        .flatMap(key -> note.cosignature(key).stream())
        .map(NoteSignature::time)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  long size() {
    return checkpoint.size();
  }
}
