package org.entente.audit.access;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** Whoever asks has not shown to be an auditor of the partner whose certificate is used. */
public final class AuditorRejected extends Refusal {
  AuditorRejected(RefusalCode code, String detail) {
    super(code, detail);
  }
}
