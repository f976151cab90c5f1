package org.entente.stix.rule;

import java.util.Map;
import java.util.regex.Pattern;
import org.entente.stix.json.Json;

/// Hashes by algorithm (STIX 2.1 §2.7, §10.7).
final class Hashes {
  private static final Map<String, Integer> DIGITS =
      Map.of(
          "MD5", 32, "SHA-1", 40, "SHA-256", 64, "SHA-512", 128, "SHA3-256", 64, "SHA3-512", 128);
  private static final Pattern SSDEEP = Pattern.compile("\\d{1,20}:[\\w/+]{0,64}:[\\w/+]{0,64}");
  private static final Pattern TLSH = Pattern.compile("(?:T1)?[0-9A-Fa-f]{70}");
  private static final int SHORTEST_KEY = 3;

  static final Kind KIND =
      Kinds.dictionary("hashes", Hashes::checkAlgorithm, Kinds.kind("string", Hashes::checkText));

  private Hashes() {}

  private static void checkAlgorithm(String algorithm, Check check) {
    if (!Names.isKey(algorithm) || algorithm.length() < SHORTEST_KEY) {
      check.report(Rule.STIX_DICTIONARY_KEY, Check.quoted(algorithm) + " cannot be a hash's key");
    } else if (!Vocabularies.HASH_ALGORITHM.contains(algorithm)) {
      check.report(
          Rule.STIX_VOCABULARY, Check.quoted(algorithm) + " is not in hash-algorithm-ov (§10.7)");
    }
  }

  private static void checkText(Json value, Check check) {
    String text = check.text(value);
    String algorithm = check.name();
    if (text != null && !isHash(algorithm, text)) {
      check.report(Rule.STIX_HASH, Check.quoted(text) + " is no " + algorithm + " hash");
    }
  }

  private static boolean isHash(String algorithm, String text) {
    Integer digits = DIGITS.get(algorithm);
    if (digits != null) {
      return Formats.isHash(text, digits);
    }
    return switch (algorithm) {
      case "SSDEEP" -> SSDEEP.matcher(text).matches();
      case "TLSH" -> TLSH.matcher(text).matches();
      default -> !text.isEmpty();
    };
  }
}
