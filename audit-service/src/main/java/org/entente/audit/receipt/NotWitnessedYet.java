package org.entente.audit.receipt;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** The entry is in the log, but too few witnesses have cosigned since: ask again. */
final class NotWitnessedYet extends Refusal {
  NotWitnessedYet() {
    super(RefusalCode.NOT_WITNESSED_YET, "too few witnesses have cosigned since; ask again");
  }
}
