package org.entente.stix.observable;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Digests of files and certificates, lower case, under the names of hash-algorithm-ov.
final class Hashes {

  private static final Pattern SSDEEP = Pattern.compile("\\d{1,10}:[A-Za-z0-9/+]*:[A-Za-z0-9/+]*");

  private Hashes() {}

  /// The kind that an algorithm's name means, however it is spelled.
  static Optional<Kind> algorithm(String name) {
    return switch (name.toUpperCase(Locale.ROOT).replace("_", "-")) {
      case "MD5" -> Optional.of(Kind.MD5);
      case "SHA-1", "SHA1" -> Optional.of(Kind.SHA1);
      case "SHA-256", "SHA256" -> Optional.of(Kind.SHA256);
      case "SHA-512", "SHA512" -> Optional.of(Kind.SHA512);
      case "SHA3-256" -> Optional.of(Kind.SHA3_256);
      case "SHA3-512" -> Optional.of(Kind.SHA3_512);
      case "SSDEEP" -> Optional.of(Kind.SSDEEP);
      case "TLSH" -> Optional.of(Kind.TLSH);
      default -> Optional.empty();
    };
  }

  static ObservableKey key(Kind kind, String text) {
    return switch (kind) {
      case MD5 -> hex(kind, text, 32);
      case SHA1 -> hex(kind, text, 40);
      case SHA256, SHA3_256 -> hex(kind, text, 64);
      case SHA512, SHA3_512 -> hex(kind, text, 128);
      case TLSH -> hex(kind, text.length() == 72 && tlsh(text) ? text.substring(2) : text, 70);
      case SSDEEP -> fuzzy(text);
      default -> throw new IllegalArgumentException(kind + " is no digest");
    };
  }

  static boolean isHex(String text, int length) {
    return text.length() == length && text.chars().allMatch(HexFormat::isHexDigit);
  }

  private static boolean tlsh(String text) {
    return text.startsWith("T1") || text.startsWith("t1");
  }

  private static ObservableKey hex(Kind kind, String text, int length) {
    if (!isHex(text, length)) {
      throw new ObservableRejected(
          "HASH_INVALID", kind.prefix() + " has " + length + " hexadecimal digits");
    }
    return new ObservableKey(kind, text.toLowerCase(Locale.ROOT));
  }

  private static ObservableKey fuzzy(String text) {
    if (!SSDEEP.matcher(text).matches()) {
      throw new ObservableRejected("HASH_INVALID", "it has not the three parts of ssdeep");
    }
    return new ObservableKey(Kind.SSDEEP, text);
  }
}
