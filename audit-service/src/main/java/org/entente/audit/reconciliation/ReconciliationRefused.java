package org.entente.audit.reconciliation;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A finding is not taken. */
final class ReconciliationRefused extends Refusal {

  private ReconciliationRefused(RefusalCode code, String detail) {
    super(code, detail);
  }

  /** It is not what the contract says. */
  static ReconciliationRefused invalid(String detail) {
    return new ReconciliationRefused(RefusalCode.RECONCILIATION_INVALID, detail);
  }

  static ReconciliationRefused tooLarge(int most) {
    return new ReconciliationRefused(
        RefusalCode.RECONCILIATION_TOO_LARGE, "a finding has at most " + most + " bytes");
  }

  /** It is about somebody else's client. */
  static ReconciliationRefused foreign(String own) {
    return new ReconciliationRefused(
        RefusalCode.RECONCILIATION_FOREIGN,
        "findings are filed by the client's own party, and yours is " + own);
  }
}
