package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.entente.log.EvidenceRejected.Reason;
import org.junit.jupiter.api.function.Executable;

/** Asks for a refusal with a given reason. */
final class Refused {

  private Refused() {}

  static void with(Reason reason, Executable attempt) {
    EvidenceRejected refused = assertThrows(EvidenceRejected.class, attempt);
    assertEquals(reason, refused.reason(), refused.getMessage());
  }
}
