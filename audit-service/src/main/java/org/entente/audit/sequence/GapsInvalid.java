package org.entente.audit.sequence;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A parameter cannot be read. */
final class GapsInvalid extends Refusal {
  GapsInvalid(String detail) {
    super(RefusalCode.QUERY_INVALID, detail);
  }
}
