package org.entente.audit.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.entente.audit.record.Sha256;

/**
 * What a record of a review stands for: the log has the digest of this text. The salt keeps the
 * query, which may name a person, and the note from being guessed once they are erased; who opened
 * and who signed is the records' to say. Pure.
 *
 * @param salt a random UUID
 */
record Statement(UUID review, Owner owner, String query, Frozen frozen, String salt) {

  private String lines(State state) {
    return """
    entente review %s 1
    review %s
    owner %s
    query %s
    size %d
    root %s
    entries %d
    salt %s
    """
        .formatted(
            state.word(),
            review,
            owner.name(),
            query,
            frozen.size(),
            frozen.root(),
            frozen.entries(),
            salt);
  }

  /** Of opening it. */
  String opened() {
    return lines(State.OPEN);
  }

  /**
   * Of signing or withdrawing it. The note comes last, whatever is in it.
   *
   * @param opening index of the record of opening it
   */
  String ended(State how, long opening, String note) {
    return lines(how) + "opened " + opening + "\nnote\n" + note;
  }

  /** As the log has it. */
  static String digest(String text) {
    return Sha256.of(text.getBytes(UTF_8));
  }
}
