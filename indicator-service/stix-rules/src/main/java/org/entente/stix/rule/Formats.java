package org.entente.stix.rule;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Forms of texts that STIX takes from elsewhere. Each accepts at least whatever its standard does.
final class Formats {
  private static final Pattern LANGUAGE =
      Pattern.compile("(?:[A-Za-z]{2,8}|[xXiI])(?:-[A-Za-z0-9]{1,8}){0,16}");
  private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(?::[0-9a-f]{2}){5}");
  private static final Pattern URL =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,63}:[^\\s\\p{Cntrl}]+");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s\\p{Cntrl}]{1,320}@[^\\s\\p{Cntrl}@]{1,255}");
  private static final Pattern DOMAIN =
      Pattern.compile("[^\\s\\p{Cntrl}.:/@]{1,63}(?:\\.[^\\s\\p{Cntrl}.:/@]{1,63}){0,126}\\.?");
  private static final Pattern SEMANTIC = Pattern.compile("\\d+\\.\\d+\\.\\d+[0-9A-Za-z.+-]*");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
  private static final Pattern CHARSET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:()+-]{0,63}");
  private static final Pattern ENCODED =
      Pattern.compile("=\\?[^?\\s]{1,60}\\?[BbQq]\\?[^?\\s]{0,200}\\?=");
  private static final Pattern CPE =
      Pattern.compile("cpe:2\\.3:[aho*-](?::(?:[^:\\\\\\s]|\\\\[^\\s]){1,400}){10}");
  private static final Set<String> SHORT_HIVES =
      Set.of("HKLM", "HKCU", "HKCR", "HKU", "HKCC", "HKPD", "HKDD");
  private static final int LONGEST_DOMAIN = 254;

  private Formats() {}

  static boolean isHex(String text) {
    boolean good = text.length() % 2 == 0 && !text.isEmpty();
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    return good;
  }

  /// Hexadecimal of a hash, which STIX only calls a text: either case.
  static boolean isHash(String text, int digits) {
    boolean good = text.length() == digits;
    for (int i = 0; good && i < digits; i++) {
      good = Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 128;
    }
    return good;
  }

  static boolean isBase64(String text) {
    int length = text.length();
    int content = length;
    while (content > 0 && length - content < 2 && text.charAt(content - 1) == '=') {
      content--;
    }
    boolean good = length > 0 && length % 4 == 0;
    for (int i = 0; good && i < content; i++) {
      char c = text.charAt(i);
      good =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '+'
              || c == '/';
    }
    return good;
  }

  static boolean isLanguage(String text) {
    return text.length() <= 160 && LANGUAGE.matcher(text).matches();
  }

  static boolean isMac(String text) {
    return MAC.matcher(text).matches();
  }

  static boolean isUrl(String text) {
    return URL.matcher(text).matches();
  }

  static boolean isEmail(String text) {
    return text.length() <= 600 && EMAIL.matcher(text).matches();
  }

  static boolean isDomain(String text) {
    return text.length() <= LONGEST_DOMAIN && DOMAIN.matcher(text).matches();
  }

  static boolean isSemanticVersion(String text) {
    return text.length() <= 256 && SEMANTIC.matcher(text).matches();
  }

  static boolean isCountry(String text) {
    return COUNTRIES.contains(text);
  }

  static boolean isSubdivision(String text) {
    return SUBDIVISION.matcher(text).matches() && isCountry(text.substring(0, 2));
  }

  /// The form of names in the IANA registry; which of an encoding's names it is stays open.
  static boolean isCharset(String text) {
    return CHARSET.matcher(text).matches();
  }

  /// Whether no word of a header is still encoded as RFC 2047 has it.
  static boolean isDecoded(String text) {
    return !text.contains("=?") || !ENCODED.matcher(text).find();
  }

  /// The formatted string of CPE 2.3; whether NVD's dictionary has it stays open.
  static boolean isCpe(String text) {
    return text.length() <= 1000 && CPE.matcher(text).matches();
  }

  static boolean isRegistryKey(String text) {
    int end = text.indexOf('\\');
    String hive = end < 0 ? text : text.substring(0, end);
    return !SHORT_HIVES.contains(hive.toUpperCase(Locale.ROOT));
  }
}
