package org.entente.audit.access;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** Too many views that take long are being made: the same again in a moment. */
final class ViewsBusy extends Refusal {
  ViewsBusy() {
    super(RefusalCode.VIEWS_BUSY, "others are searching: again in a few seconds");
  }
}
