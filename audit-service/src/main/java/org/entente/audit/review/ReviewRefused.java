package org.entente.audit.review;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A review is not opened, not signed or not withdrawn. */
final class ReviewRefused extends Refusal {

  private ReviewRefused(RefusalCode code, String detail) {
    super(code, detail);
  }

  /** What the form says cannot be read. */
  static ReviewRefused invalid(String detail) {
    return new ReviewRefused(RefusalCode.REVIEW_INVALID, detail);
  }

  /** It has come to its end before. */
  static ReviewRefused ended(State state) {
    return state == State.SIGNED
        ? new ReviewRefused(
            RefusalCode.REVIEW_SIGNED, "it was signed before, and stays as it was signed")
        : new ReviewRefused(
            RefusalCode.REVIEW_WITHDRAWN, "it was withdrawn before: open another instead");
  }

  /** It is not another person's to sign, for all that is known. */
  static ReviewRefused samePerson() {
    return new ReviewRefused(
        RefusalCode.REVIEW_SECOND_PERSON,
        "somebody else signs than whoever opened it, and who that was must still be known");
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
