package org.entente.e2e.scene;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no span may say: tokens and manifests, content of tests, ids, paths, headers. */
final class Forbidden {

  private static final List<String> TEXTS =
      List.of("Laundering", "indicator--", "collections/", "Mozilla", "Java-http", "match[");

  /**
   * An object in JSON as base64url has it, as each part of a token does. A digest may begin alike:
   * of a million, four do. So the eighteen bytes have to be readable, too.
   */
  private static final Pattern OBJECT = Pattern.compile("eyJ[A-Za-z0-9_-]{21}");

  private Forbidden() {}

  /** What of it a text says. */
  static List<String> in(String text) {
    return Stream.concat(
            TEXTS.stream().filter(text::contains),
            OBJECT.matcher(text).results().map(MatchResult::group).filter(Forbidden::readable))
        .toList();
  }

  private static boolean readable(String base64url) {
    return new String(Base64.getUrlDecoder().decode(base64url), StandardCharsets.ISO_8859_1)
        .chars()
        .allMatch(c -> c >= ' ' && c <= '~');
  }
}
