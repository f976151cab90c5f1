package org.entente.stix.pattern;

import java.text.Normalizer;

/// Whether text is in Unicode's composed form, found in linear time.
final class Composition {

  /// As many marks on one letter as Unicode's Stream-Safe Text Format allows; sorting longer runs
  /// is where normalising stops being linear.
  private static final int MARKS = 30;

  private Composition() {}

  /// Text with endless runs of combining marks counts as not composed.
  static boolean isNfc(String text) {
    return isCalm(text) && Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  /// Whether no letter has more marks than any language writes.
  static boolean isCalm(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      run = mark(point) ? run + 1 : 0;
      if (run > MARKS) {
        return false;
      }
      i += Character.charCount(point);
    }
    return true;
  }

  private static boolean mark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }
}
