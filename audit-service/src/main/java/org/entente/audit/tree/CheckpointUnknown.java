package org.entente.audit.tree;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** The log was never led, so it has not even the checkpoint of an empty tree. */
public final class CheckpointUnknown extends Refusal {
  CheckpointUnknown() {
    super(RefusalCode.CHECKPOINT_UNKNOWN, "the log has not been started yet");
  }
}
