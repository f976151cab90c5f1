package org.entente.audit.receipt;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A stage that is none. */
final class StageUnknown extends Refusal {
  StageUnknown() {
    super(RefusalCode.QUERY_INVALID, "stage is sequenced or witnessed");
  }
}
