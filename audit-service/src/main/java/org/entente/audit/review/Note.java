package org.entente.audit.review;

import org.jspecify.annotations.Nullable;

/** What a reviewer says when signing. Pure. */
record Note(String text) {

  private static final int LONGEST = 4_000;

  /**
   * Reads a form's field; lines end with a line feed, whatever the browser sent.
   *
   * @throws ReviewRefused when it says nothing, too much, or holds other control characters
   */
  static Note of(@Nullable String sent) {
    var text = sent == null ? "" : sent.replace("\r\n", "\n").strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw ReviewRefused.invalid("a note has 1 to " + LONGEST + " characters");
    }
    if (text.codePoints().anyMatch(Note::unreadable)) {
      throw ReviewRefused.invalid("a note has no control characters but line ends");
    }
    return new Note(text);
  }

  private static boolean unreadable(int c) {
    return (Character.isISOControl(c) && c != '\n') || Character.getType(c) == Character.SURROGATE;
  }
}
