package org.entente.indicator.audit;

/// Makes any text fit for a record: so short that a record stays within 60 000 bytes however it is
/// escaped, and without halves of surrogate pairs, which are no Unicode text.
final class RecordText {
  private static final char REPLACEMENT = '\uFFFD';

  private RecordText() {}

  static String fit(String text, int longest) {
    StringBuilder fitting = new StringBuilder(Math.min(text.length(), longest));
    for (int i = 0; i < Math.min(text.length(), longest); i++) {
      boolean half = Character.isSurrogate(text.charAt(i));
      boolean pair = half && Character.isSurrogate(lowerHalf(text, i, longest));
      if (pair) {
        fitting.append(text, i, i + 2);
        i++;
      } else {
        fitting.append(half ? REPLACEMENT : text.charAt(i));
      }
    }
    return fitting.toString();
  }

  /// The second half of the pair that starts there, or something that is none.
  private static char lowerHalf(String text, int at, int longest) {
    boolean inside = at + 1 < Math.min(text.length(), longest);
    return inside && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))
        ? text.charAt(at + 1)
        : REPLACEMENT;
  }
}
