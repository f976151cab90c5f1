package org.entente.audit.review;

import java.util.Optional;

/** Whether what is stored of a review is what the log says of it. */
public enum Fit {
  /** Its statement has the digest that its records have, and no sign-off is missing. */
  SOUND,
  /** Something of it was changed, or a record it names is not its own. */
  ALTERED,
  /** The log has a sign-off that is not stored: it was interrupted, or taken back here. */
  SIGN_OFF_LOST,
  /** Query and note were erased when they were due: nobody can tell any more. */
  ERASED;

  /**
   * Compares.
   *
   * @param opened the record of opening it, as named
   * @param signed the record of signing it, as named
   * @param lastSigned index of the last sign-off of it in the log
   */
  static Fit of(
      StoredReview stored,
      Optional<ReviewRecord> opened,
      Optional<ReviewRecord> signed,
      Optional<Long> lastSigned) {
    if (stored.statement().isEmpty()) {
      return ERASED;
    }
    var uid = Review.uid(stored.id());
    var statement = stored.statement().get();
    if (!opened.filter(r -> r.says(ReviewRecord.OPENED, uid, statement.opened())).isPresent()) {
      return ALTERED;
    }
    if (stored.signing().isEmpty()) {
      return lastSigned.isPresent() ? SIGN_OFF_LOST : SOUND;
    }
    var text = statement.signed(stored.opening(), stored.note().orElse(""));
    return lastSigned.equals(stored.signing())
            && signed.filter(r -> r.says(ReviewRecord.SIGNED, uid, text)).isPresent()
        ? SOUND
        : ALTERED;
  }
}
