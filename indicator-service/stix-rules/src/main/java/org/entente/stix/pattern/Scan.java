package org.entente.stix.pattern;

import org.entente.stix.pattern.PatternRejected.Code;

/// Walks over a text once, before it is parsed, refuses what would be too much to parse, and draws
/// its shape.
final class Scan {

  /// Any letter and any character that begins no token.
  private static final char LETTER = 'x';

  private static final char STRANGE = '?';

  private final String text;
  private final char[] shape;
  private boolean inString;
  private int at;
  private int octets;
  private int depth;
  private int comparisons;

  private Scan(String text) {
    this.text = text;
    this.shape = text.toCharArray();
  }

  static Source source(String text) {
    if (text.length() > Limits.LENGTH) {
      throw tooLong(Limits.LENGTH);
    }
    var scan = new Scan(text);
    while (scan.at < text.length()) {
      scan.token(scan.next());
    }
    return new Source(text, new String(scan.shape));
  }

  private void token(char c) {
    switch (c) {
      case '\'' -> string(at - 1);
      case '(', '[' -> deeper();
      case ')', ']' -> depth--;
      // One stands in each path; the other before each further value of an IN.
      case ':', ',' -> compare();
      default -> {}
    }
  }

  private void string(int start) {
    inString = true;
    while (at < text.length()) {
      char c = next();
      if (c == '\'') {
        inString = false;
        return;
      }
      if (c == '\\') {
        escaped();
      }
    }
    throw new PatternRejected(Code.PATTERN_STRING, start, "the string does not end");
  }

  private void escaped() {
    if (at == text.length()) {
      return;
    }
    char c = next();
    if (c != '\'' && c != '\\') {
      throw new PatternRejected(
          Code.PATTERN_STRING, at - 2, "a backslash stands only before an apostrophe or backslash");
    }
  }

  private void deeper() {
    if (++depth > Limits.DEPTH) {
      throw new PatternRejected(
          Code.PATTERN_DEPTH, at - 1, "more than " + Limits.DEPTH + " brackets inside each other");
    }
  }

  private void compare() {
    if (++comparisons > Limits.COMPARISONS) {
      throw new PatternRejected(
          Code.PATTERN_COMPARISONS, at - 1, "more than " + Limits.COMPARISONS + " comparisons");
    }
  }

  /// The next UTF-16 unit; a surrogate pair counts with its first and is passed over whole.
  private char next() {
    char c = text.charAt(at++);
    octets += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    if (Character.isSurrogate(c)) {
      pair(c);
    } else if (inString && c >= 0x80) {
      shape[at - 1] = LETTER;
    }
    if (octets > Limits.LENGTH) {
      throw tooLong(at - 1);
    }
    return c;
  }

  private void pair(char first) {
    boolean whole =
        Character.isHighSurrogate(first)
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at));
    if (!whole) {
      throw new PatternRejected(Code.PATTERN_CHARACTER, at - 1, "half a surrogate pair");
    }
    char drawn = inString ? LETTER : STRANGE;
    shape[at - 1] = drawn;
    shape[at++] = drawn;
    octets++;
  }

  private static PatternRejected tooLong(int position) {
    return new PatternRejected(
        Code.PATTERN_LENGTH, position, "more than " + Limits.LENGTH + " octets of UTF-8");
  }
}
