package org.entente.stix.observable;

import java.util.Locale;

/// The other spellings of IPv4 that browsers follow: octal, hexadecimal, fewer than four numbers.
/// Used to hide where a link leads.
final class LegacyIpv4 {

  private LegacyIpv4() {}

  /// Whether browsers take a host for a number: its last part is one.
  static boolean isNumber(String host) {
    var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    var last = name.substring(name.lastIndexOf('.') + 1);
    return !last.isEmpty()
        && (last.chars().allMatch(c -> c >= '0' && c <= '9')
            || last.toLowerCase(Locale.ROOT).matches("0x[0-9a-f]*"));
  }

  static String canonical(String host) {
    var parts = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
    if (parts.length > 4) {
      throw Urls.invalid("its host has more than four numbers");
    }
    long address = 0;
    for (int i = 0; i < parts.length - 1; i++) {
      address |= below(256, number(parts[i])) << (8 * (3 - i));
    }
    long rest = below(1L << (8 * (5 - parts.length)), number(parts[parts.length - 1]));
    return Ipv4.format(address | rest);
  }

  private static long below(long limit, long value) {
    if (value >= limit) {
      throw Urls.invalid("one of its host's numbers is too large");
    }
    return value;
  }

  private static long number(String part) {
    var text = part.toLowerCase(Locale.ROOT);
    try {
      if (text.equals("0x")) {
        return 0;
      }
      if (text.startsWith("0x")) {
        return Long.parseLong(text, 2, Math.min(text.length(), 14), 16);
      }
      return text.length() > 1 && text.charAt(0) == '0'
          ? Long.parseLong(text, 8)
          : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Urls.invalid("its host ends in a number but is no address");
    }
  }
}
