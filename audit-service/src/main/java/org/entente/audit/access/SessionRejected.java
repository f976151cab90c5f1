package org.entente.audit.access;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A browser's login or session does not make a person who may look at the log. */
final class SessionRejected extends Refusal {
  SessionRejected(RefusalCode code, String detail) {
    super(code, detail);
  }
}
