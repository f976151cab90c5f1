package org.entente.gateway.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Paths that mean one thing to one parser and another thing to the next. Pure. */
final class Abuse {

  private static final List<String> AMBIGUOUS = List.of("//", "/./", "/../", "%2e", "%2f", "%5c");

  /** What is wrong with this path as sent, for people; empty when nothing is. */
  static Optional<String> in(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    boolean ambiguous =
        AMBIGUOUS.stream().anyMatch(lower::contains)
            || lower.endsWith("/..")
            || lower.endsWith("/.")
            || lower.indexOf('\\') >= 0;
    return ambiguous
        ? Optional.of("Send the path in its one plain form: no empty, dot or encoded segments.")
        : Optional.empty();
  }

  private Abuse() {}
}
