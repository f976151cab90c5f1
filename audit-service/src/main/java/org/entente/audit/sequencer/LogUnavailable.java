package org.entente.audit.sequencer;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/**
 * Durability cannot be promised. The record may or may not have been sequenced; the same record
 * with the same key may be sent again and will have one entry at most.
 */
public sealed class LogUnavailable extends Refusal permits NotLeading {
  /**
   * @param detail why, for operators; part of the answer
   */
  public LogUnavailable(String detail) {
    this(RefusalCode.LOG_UNAVAILABLE, detail);
  }

  LogUnavailable(RefusalCode code, String detail) {
    super(code, detail);
  }
}
