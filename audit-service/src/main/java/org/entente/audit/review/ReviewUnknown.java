package org.entente.audit.review;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** No such review, or one of other auditors: both look the same. */
public final class ReviewUnknown extends Refusal {
  /** Says nothing of what there is. */
  public ReviewUnknown() {
    super(RefusalCode.REVIEW_UNKNOWN, "you have no review with this id");
  }
}
