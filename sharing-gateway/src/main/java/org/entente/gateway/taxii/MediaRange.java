package org.entente.gateway.taxii;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One media type or range of an Accept or Content-Type header (RFC 9110 sections 8.3 and 12.5.1).
 *
 * @param type lower case, such as {@code application/taxii+json}
 * @param version the version parameter unquoted, empty when there is none
 * @param refused whether its q-value is zero
 */
record MediaRange(String type, String version, boolean refused) {

  /** The elements of a header value; quoted commas do not occur in these headers. */
  static List<MediaRange> listOf(String header) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String element : header.split(",", -1)) {
      if (!element.isBlank()) {
        ranges.add(of(element));
      }
    }
    return ranges;
  }

  static MediaRange of(String text) {
    String[] parts = text.split(";", -1);
    String version = "";
    boolean refused = false;
    for (int i = 1; i < parts.length; i++) {
      String[] parameter = parts[i].split("=", 2);
      String name = parameter[0].strip().toLowerCase(Locale.ROOT);
      String value = parameter.length == 2 ? unquote(parameter[1].strip()) : "";
      switch (name) {
        case "version" -> version = value;
        case "q" -> refused = value.matches("0(\\.0{0,3})?");
        default -> {} // Other parameters, such as charset, change nothing here.
      }
    }
    return new MediaRange(parts[0].strip().toLowerCase(Locale.ROOT), version, refused);
  }

  private static String unquote(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
