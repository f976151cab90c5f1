package org.entente.audit.access;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** The certificate does not belong to anybody this path is for. */
public final class CallerUnknown extends Refusal {
  CallerUnknown(String detail) {
    super(RefusalCode.CALLER_UNKNOWN, detail);
  }
}
