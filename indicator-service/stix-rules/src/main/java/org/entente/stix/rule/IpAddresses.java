package org.entente.stix.rule;

/// IP addresses and ranges in CIDR notation (STIX 2.1 §6.8, §6.9; RFC 4632, RFC 4291 §2.2).
final class IpAddresses {
  private static final int GROUPS = 8;
  private static final int DOTTED_GROUPS = 2;

  private IpAddresses() {}

  static boolean isV4(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    return isDotted(address) && (slash < 0 || isPrefix(text.substring(slash + 1), 32));
  }

  static boolean isV6(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    return isColoned(address) && (slash < 0 || isPrefix(text.substring(slash + 1), 128));
  }

  private static boolean isDotted(String text) {
    String[] bytes = text.length() > 15 ? new String[0] : text.split("\\.", -1);
    boolean good = bytes.length == 4;
    for (int i = 0; good && i < 4; i++) {
      good = isPrefix(bytes[i], 255);
    }
    return good;
  }

  private static boolean isColoned(String text) {
    if (text.length() > 45) {
      return false;
    }
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == GROUPS;
    }
    int before = gap == 0 ? 0 : groups(text.substring(0, gap));
    int after = gap + 2 == text.length() ? 0 : groups(text.substring(gap + 2));
    return before >= 0
        && after >= 0
        && before + after < GROUPS
        && !isDotted(text.substring(0, gap));
  }

  /// How many groups of 16 bits the text stands for; far below zero when it stands for none.
  private static int groups(String text) {
    String[] parts = text.split(":", -1);
    int groups = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (isGroup(parts[i])) {
        groups++;
      } else if (last && isDotted(parts[i])) {
        groups += DOTTED_GROUPS;
      } else {
        return -100;
      }
    }
    return groups;
  }

  private static boolean isGroup(String text) {
    boolean good = !text.isEmpty() && text.length() <= 4;
    for (int i = 0; good && i < text.length(); i++) {
      good = text.charAt(i) < 128 && Character.digit(text.charAt(i), 16) >= 0;
    }
    return good;
  }

  /// A decimal from 0 to `most` without leading zeros.
  private static boolean isPrefix(String text, int most) {
    boolean good = !text.isEmpty() && text.length() <= 3;
    int value = 0;
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = c >= '0' && c <= '9' && (i == 0 || text.charAt(0) != '0');
      value = value * 10 + c - '0';
    }
    return good && value <= most;
  }
}
