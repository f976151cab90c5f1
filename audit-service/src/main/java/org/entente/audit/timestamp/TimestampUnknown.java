package org.entente.audit.timestamp;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** This party's authority has not stamped the checkpoint of this size. */
final class TimestampUnknown extends Refusal {
  TimestampUnknown() {
    super(RefusalCode.TIMESTAMP_UNKNOWN, "no time stamp of this size and party");
  }
}
