package org.entente.audit.review;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A review is not opened or not signed. */
final class ReviewRefused extends Refusal {

  private ReviewRefused(RefusalCode code, String detail) {
    super(code, detail);
  }

  /** What the form says cannot be read. */
  static ReviewRefused invalid(String detail) {
    return new ReviewRefused(RefusalCode.REVIEW_INVALID, detail);
  }

  /** It has its sign-off. */
  static ReviewRefused signed() {
    return new ReviewRefused(
        RefusalCode.REVIEW_SIGNED, "it was signed before, and stays as it was signed");
  }

  /** Nobody could tell what would be signed. */
  static ReviewRefused altered() {
    return new ReviewRefused(
        RefusalCode.REVIEW_ALTERED, "what is stored of it is not what was opened: open another");
  }

  /** A search would not find all there is yet. */
  static ReviewRefused early() {
    return new ReviewRefused(
        RefusalCode.LOG_BUSY, "the search index is behind the log: again in a few seconds");
  }
}
