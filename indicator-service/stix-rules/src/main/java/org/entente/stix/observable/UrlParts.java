package org.entente.stix.observable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;

/// What follows scheme and host.
final class UrlParts {

  /// Besides controls, spaces and what is not ASCII.
  private static final String ENCODED_IN_PATH = "\"<>`{}^";

  private static final String ENCODED_IN_QUERY = "\"<>'";

  private UrlParts() {}

  static int skipSlashes(String rest) {
    int at = 0;
    while (at < rest.length() && (rest.charAt(at) == '/' || rest.charAt(at) == '\\')) {
      at++;
    }
    return at;
  }

  static int authorityEnd(String text, int from) {
    int end = from;
    while (end < text.length() && "/\\?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /// Path, query and fragment in one form; a path is never empty.
  static String path(String text) {
    int hash = text.indexOf('#');
    var fragment = hash < 0 ? "" : text.substring(hash);
    var before = hash < 0 ? text : text.substring(0, hash);
    int mark = before.indexOf('?');
    var query = mark < 0 ? "" : before.substring(mark);
    var path = (mark < 0 ? before : before.substring(0, mark)).replace('\\', '/');
    return encode(withoutDots(path)) + encode(query, ENCODED_IN_QUERY) + encode(fragment);
  }

  private static String withoutDots(String path) {
    var kept = new ArrayList<String>();
    var segments = path.split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      var plain = segments[i].replaceAll("(?i)%2e", ".");
      boolean last = i == segments.length - 1;
      if (plain.equals("..") && !kept.isEmpty()) {
        kept.removeLast();
      }
      if (!plain.equals(".") && !plain.equals("..")) {
        kept.add(segments[i]);
      } else if (last) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }

  static String encode(String text) {
    return encode(text, ENCODED_IN_PATH);
  }

  private static String encode(String text, String others) {
    if (text.chars().allMatch(c -> plain(c, others))) {
      return text;
    }
    var encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && plain(b, others)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static boolean plain(int c, String others) {
    return c > ' ' && c < 127 && others.indexOf(c) < 0;
  }

  /// Resolves percent-encoding, which has no meaning in a host.
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2])) {
        decoded.write(
            HexFormat.fromHexDigit(bytes[i + 1]) * 16 + HexFormat.fromHexDigit(bytes[i + 2]));
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static boolean isHex(byte b) {
    return HexFormat.isHexDigit(b);
  }
}
