package org.entente.audit.witness;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** The database may be an older copy, and too few witnesses answer to tell: nothing is signed. */
public final class MemoryUnknown extends Refusal {

  /**
   * @param detail one sentence for operators
   */
  public MemoryUnknown(String detail) {
    super(RefusalCode.LOG_UNAVAILABLE, detail);
  }
}
