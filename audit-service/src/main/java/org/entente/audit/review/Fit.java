package org.entente.audit.review;

import java.util.Optional;
import org.entente.audit.review.State.Step;

/** Whether what is stored of a review is what the log says of it. */
public enum Fit {
  /** Its statements have the digests that its records have, and no end is missing. */
  SOUND,
  /** Something of it was changed, or a record it names is not its own. */
  ALTERED,
  /** The log has an end of it that is not stored, for less than a minute: it is about to be. */
  ENDING,
  /** The same for longer: it was interrupted, or taken back here. */
  END_LOST,
  /** Query and note were erased when they were due: nobody can tell any more. */
  ERASED;

  /** Whether somebody should be told. */
  boolean isDamage() {
    return this == ALTERED || this == END_LOST;
  }

  /** While the last record of it is young. */
  Fit beforeItIsStored() {
    return this == END_LOST ? ENDING : this;
  }

  /**
   * Compares, whatever the age of the records.
   *
   * @param opened the record of opening it, as named
   * @param ended the record of its end, as named
   * @param last of its ends in the log
   */
  static Fit of(
      StoredReview stored,
      Optional<ReviewRecord> opened,
      Optional<ReviewRecord> ended,
      Optional<Step> last) {
    if (stored.statement().isEmpty()) {
      return ERASED;
    }
    var uid = Review.uid(stored.id());
    var statement = stored.statement().get();
    if (!opened.filter(r -> r.says(State.OPEN, uid, statement.opened())).isPresent()) {
      return ALTERED;
    }
    if (stored.end().isEmpty()) {
      return last.isPresent() ? END_LOST : SOUND;
    }
    var state = stored.end().get().state();
    var text = statement.ended(state, stored.opening(), stored.note().orElse(""));
    return last.equals(stored.end()) && ended.filter(r -> r.says(state, uid, text)).isPresent()
        ? SOUND
        : ALTERED;
  }
}
