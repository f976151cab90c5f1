package org.entente.audit.console;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A form that no page of this console sends. */
final class FormUnreadable extends Refusal {

  FormUnreadable(String detail) {
    super(RefusalCode.REQUEST_INVALID, detail);
  }
}
