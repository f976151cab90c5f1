package org.entente.audit.access;

import jakarta.inject.Singleton;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalMapper;

/** Records requests that reach nothing here, and those that fail outside of any door. */
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
    return recorded(visit, StrayRequest.ofStatus(status));
  }

  /** The same for what went wrong where no door has recorded it. */
  Refusal fail(Visit visit, RuntimeException cause) {
    return recorded(visit, new RequestFailed(cause));
  }

  private Refusal recorded(Visit visit, Refusal refusal) {
    try {
      access.refuse(visit, OPERATION, visit.peer().actor(), refusal);
      return refusal;
    } catch (Refusal unrecorded) {
      RefusalMapper.tell(refusal);
      return unrecorded;
    }
  }
}
