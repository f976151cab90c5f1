package org.entente.audit.receipt;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** There is no such entry, or not one for whoever asks; which, is not told. */
final class ReceiptUnknown extends Refusal {
  ReceiptUnknown() {
    super(RefusalCode.RECEIPT_UNKNOWN, "no entry with this leaf hash");
  }
}
