package org.entente.stix.observable;

import java.util.Locale;
import java.util.StringJoiner;

/// IPv6 as RFC 5952 writes it: lower case, no leading zeros, the longest run of zeros (the first of
/// equals, at least two groups) as `::`, IPv4-mapped addresses with their last part in decimal.
final class Ipv6 {

  private static final int BITS = 128;
  private static final int GROUPS = 8;

  private Ipv6() {}

  static boolean looksLike(String text) {
    return text.indexOf(':') != text.lastIndexOf(':')
        && text.chars()
            .allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.' || c == '/');
  }

  static ObservableKey key(String text) {
    int slash = text.indexOf('/');
    int length = slash < 0 ? BITS : Prefix.length(text.substring(slash + 1), BITS);
    return key(parse(slash < 0 ? text : text.substring(0, slash)), length);
  }

  static ObservableKey key(int[] address, int length) {
    var network = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      int bits = Math.clamp(length - i * 16, 0, 16);
      network[i] = address[i] & (0xFFFF << (16 - bits)) & 0xFFFF;
    }
    var text = format(network);
    return new ObservableKey(Kind.IPV6, length == BITS ? text : text + "/" + length);
  }

  static int[] parse(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return exactly(groups(text), 0, new int[0]);
    }
    var before = groups(text.substring(0, gap));
    var after = groups(text.substring(gap + 2));
    int zeros = GROUPS - before.length - after.length;
    if (zeros < 1) {
      throw Prefix.invalid("it has too many groups");
    }
    return exactly(before, zeros, after);
  }

  private static int[] exactly(int[] before, int zeros, int[] after) {
    if (before.length + zeros + after.length != GROUPS) {
      throw Prefix.invalid("an IPv6 address has eight groups");
    }
    var all = new int[GROUPS];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(after, 0, all, before.length + zeros, after.length);
    return all;
  }

  private static int[] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    var parts = text.split(":", -1);
    boolean mixed = parts[parts.length - 1].indexOf('.') >= 0;
    var groups = new int[parts.length + (mixed ? 1 : 0)];
    for (int i = 0; i < parts.length - (mixed ? 1 : 0); i++) {
      groups[i] = group(parts[i]);
    }
    if (mixed) {
      long last = Ipv4.parse(parts[parts.length - 1]);
      groups[groups.length - 2] = (int) (last >> 16);
      groups[groups.length - 1] = (int) (last & 0xFFFF);
    }
    return groups;
  }

  private static int group(String text) {
    boolean hex = text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    if (text.isEmpty() || text.length() > 4 || !hex) {
      throw Prefix.invalid("its groups are not one to four hexadecimal digits");
    }
    return Integer.parseInt(text.toLowerCase(Locale.ROOT), 16);
  }

  static String format(int[] address) {
    if (mapped(address)) {
      return "::ffff:" + Ipv4.format(((long) address[6] << 16) | address[7]);
    }
    int start = 0;
    int longest = 1;
    for (int i = 0; i < GROUPS; i++) {
      int run = run(address, i);
      if (run > longest) {
        longest = run;
        start = i;
      }
    }
    return longest < 2
        ? join(address, 0, GROUPS)
        : join(address, 0, start) + "::" + join(address, start + longest, GROUPS);
  }

  private static boolean mapped(int[] address) {
    return run(address, 0) == 5 && address[5] == 0xFFFF;
  }

  private static int run(int[] address, int from) {
    int end = from;
    while (end < GROUPS && address[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String join(int[] address, int from, int to) {
    var joined = new StringJoiner(":");
    for (int i = from; i < to; i++) {
      joined.add(Integer.toHexString(address[i]));
    }
    return joined.toString();
  }
}
