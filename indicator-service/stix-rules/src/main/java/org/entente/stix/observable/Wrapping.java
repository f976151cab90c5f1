package org.entente.stix.observable;

/// Takes off what a value was quoted or listed with. By hand, since a pattern for both ends takes
/// quadratic time on a value made for it.
final class Wrapping {

  private static final String OPENING = "\"'`<(";
  private static final String CLOSING = "\"'`>)";
  private static final String LISTING = ",;";

  private Wrapping() {}

  static String remove(String text) {
    int start = 0;
    int end = trimEnd(text, text.length(), LISTING);
    while (start < end && OPENING.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    if (start > 0) {
      end = trimEnd(text, end, CLOSING + LISTING);
    }
    return start < end ? text.substring(start, end).strip() : "";
  }

  private static int trimEnd(String text, int from, String marks) {
    int end = from;
    while (end > 0 && marks.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
