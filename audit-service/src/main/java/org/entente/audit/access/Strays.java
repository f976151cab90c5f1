package org.entente.audit.access;

import jakarta.inject.Singleton;
import org.entente.audit.refusal.Refusal;

/** Records requests that reach nothing here. */
@Singleton
final class Strays {

  private static final String OPERATION = "http.unknown";

  private final RecordedAccess access;

  Strays(RecordedAccess access) {
    this.access = access;
  }

  /**
   * What to answer: the refusal that this status of the framework means, once it is recorded, or
   * that it cannot be. Waits for the log.
   */
  Refusal refuse(Visit visit, int status) {
    var stray = StrayRequest.ofStatus(status);
    try {
      access.refuse(visit, OPERATION, visit.peer().actor(), stray);
      return stray;
    } catch (Refusal unrecorded) {
      return unrecorded;
    }
  }
}
