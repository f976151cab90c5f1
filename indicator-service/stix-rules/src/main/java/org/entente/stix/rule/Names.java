package org.entente.stix.rule;

import java.util.Set;

/// Names of types, properties and keys (STIX 2.1 §2.3, §3.1, §3.8).
final class Names {
  /// Kept by the standard for what may come (STIX 2.1 §3.8).
  static final Set<String> RESERVED = Set.of("severity", "username", "phone_number", "action");

  private static final int SHORTEST = 3;
  private static final int LONGEST = 250;

  private Names() {}

  static boolean isType(String name) {
    return isType(name, name.length()) && !name.contains("--");
  }

  /// Whether the first `length` characters are a type's name.
  static boolean isType(String name, int length) {
    if (length < SHORTEST || length > LONGEST || !isLower(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = name.charAt(i);
      if (!isLower(c) && !isDigit(c) && (c != '-' || i == length - 1)) {
        return false;
      }
    }
    return true;
  }

  static boolean isProperty(String name) {
    int length = name.length();
    if (length < SHORTEST || length > LONGEST || !isLower(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = name.charAt(i);
      if (!isLower(c) && !isDigit(c) && c != '_') {
        return false;
      }
    }
    return true;
  }

  static boolean isKey(String key) {
    boolean good = !key.isEmpty() && key.length() <= LONGEST;
    for (int i = 0; good && i < key.length(); i++) {
      char c = key.charAt(i);
      good = isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    }
    return good;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
