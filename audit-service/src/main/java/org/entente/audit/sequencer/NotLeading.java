package org.entente.audit.sequencer;

import org.entente.audit.refusal.RefusalCode;

/**
 * This replica does not lead, or not any more. Another one may: the same records, with the same
 * keys, can be sent there at once.
 */
public final class NotLeading extends LogUnavailable {
  /**
   * @param detail why, for operators
   */
  public NotLeading(String detail) {
    super(RefusalCode.NOT_LEADING, detail);
  }
}
