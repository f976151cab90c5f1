package org.entente.audit.console;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A form was not sent from a page of this console. */
final class ForeignOrigin extends Refusal {
  ForeignOrigin() {
    super(RefusalCode.ORIGIN_FOREIGN, "send this form from a page of this console");
  }
}
