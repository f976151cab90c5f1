package org.entente.audit.console;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How values look on pages. Everything a page shows is escaped by the template engine; here the
 * characters that markup cannot express but eyes are deceived by are made visible, too.
 */
@TemplateExtension
final class Shown {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MACHINE = DateTimeFormatter.ISO_INSTANT;

  private Shown() {}

  /** Untrusted text: invisible characters and those that change the direction are spelt out. */
  static String plain(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (deceives(c)) {
            out.append("\u27e6U+").append("%04X".formatted(c)).append('\u27e7');
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  private static boolean deceives(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** A point in time, for people and for machines. */
  static RawString time(Instant at) {
    return new RawString(
        "<time datetime=\"" + MACHINE.format(at) + "\">" + TIME.format(at) + "</time>");
  }

  /** A number with its thousands apart. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }

  /** Seconds, minutes, hours or days, whichever says enough. */
  static String brief(Duration age) {
    if (age.compareTo(Duration.ofMinutes(2)) < 0) {
      return Math.max(0, age.toSeconds()) + " s";
    }
    if (age.compareTo(Duration.ofHours(2)) < 0) {
      return age.toMinutes() + " min";
    }
    return age.compareTo(Duration.ofDays(2)) < 0 ? age.toHours() + " h" : age.toDays() + " d";
  }

  /** For a value of a query string. */
  static String urlEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
