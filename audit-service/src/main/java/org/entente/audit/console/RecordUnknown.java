package org.entente.audit.console;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** No such entry, or none that may be read by who asked: both look the same. */
final class RecordUnknown extends Refusal {
  RecordUnknown() {
    super(RefusalCode.RECORD_UNKNOWN, "no entry with this index that you may read");
  }
}
