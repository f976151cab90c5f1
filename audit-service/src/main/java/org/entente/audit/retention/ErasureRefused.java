package org.entente.audit.retention;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** Nothing is erased on this request. */
final class ErasureRefused extends Refusal {

  private ErasureRefused(RefusalCode code, String detail) {
    super(code, detail);
  }

  /** It does not say whose fields and why. */
  static ErasureRefused invalid(String detail) {
    return new ErasureRefused(RefusalCode.ERASURE_INVALID, detail);
  }

  /** Nobody wipes out its own traces. */
  static ErasureRefused ofOneself() {
    return new ErasureRefused(
        RefusalCode.ERASURE_OWN, "another joint auditor must ask for the erasure of your records");
  }
}
