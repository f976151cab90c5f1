package org.entente.stix.observable;

import java.util.regex.Pattern;

/// Restores what people write so that nobody clicks it: `hxxps[:]//evil[.]example`.
final class Refang {

  private static final Pattern DOT =
      Pattern.compile("(?i)\\s?(?:\\[(?:\\.|dot)]|\\((?:\\.|dot)\\)|\\{(?:\\.|dot)})\\s?|\\\\\\.");
  private static final Pattern AT = Pattern.compile("(?i)\\s?(?:\\[(?:@|at)]|\\((?:@|at)\\))\\s?");
  private static final Pattern COLON = Pattern.compile("\\[:]|\\(:\\)");
  private static final Pattern SLASHES = Pattern.compile("\\[(:?/{1,2})]|\\[(://)]");
  private static final Pattern SCHEME =
      Pattern.compile("(?i)^h(?:xx|tx|xt|\\*\\*)p(s?)(?=:)|^f(?:x)p(?=:)");

  private Refang() {}

  static String restore(String text) {
    return text.chars().anyMatch(c -> "[({\\".indexOf(c) >= 0) ? scheme(marks(text)) : scheme(text);
  }

  private static String marks(String text) {
    var dots = DOT.matcher(text).replaceAll(".");
    var at = AT.matcher(dots).replaceAll("@");
    var colons = COLON.matcher(at).replaceAll(":");
    return SLASHES.matcher(colons).replaceAll("$1$2");
  }

  private static String scheme(String text) {
    return SCHEME
        .matcher(text)
        .replaceFirst(match -> match.group(1) == null ? "ftp" : "http" + match.group(1));
  }
}
