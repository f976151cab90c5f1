package org.entente.audit.sequencer;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** The queue before the sequencer is full. Nothing was queued; the caller may try again. */
public final class LogBusy extends Refusal {
  public LogBusy() {
    super(RefusalCode.LOG_BUSY, "the queue before the sequencer is full; try again");
  }
}
