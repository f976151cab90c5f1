package org.entente.stix.pattern;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names of hash-algorithm-ov (section 10.7) and how else they are spelled.
final class HashNames {

  /// By the name in capitals without hyphens and underscores.
  private static final Map<String, String> NAMES =
      Map.of(
          "MD5", "MD5",
          "SHA1", "SHA-1",
          "SHA256", "SHA-256",
          "SHA512", "SHA-512",
          "SHA3256", "SHA3-256",
          "SHA3512", "SHA3-512",
          "SSDEEP", "SSDEEP",
          "TLSH", "TLSH");

  private HashNames() {}

  /// The right name; empty for an algorithm the vocabulary does not have.
  static Optional<String> of(String spelling) {
    var bare = spelling.replace("-", "").replace("_", "").toUpperCase(Locale.ROOT);
    return Optional.ofNullable(NAMES.get(bare));
  }
}
