package org.entente.stix.observable;

/// Four decimal numbers without leading zeros, and a prefix length when it is a network.
final class Ipv4 {

  private static final int BITS = 32;

  private Ipv4() {}

  static ObservableKey key(String text) {
    int slash = text.indexOf('/');
    int length = slash < 0 ? BITS : Prefix.length(text.substring(slash + 1), BITS);
    long address = parse(slash < 0 ? text : text.substring(0, slash));
    return key(address, length);
  }

  static ObservableKey key(long address, int length) {
    long network = address & (-1L << (BITS - length));
    var text = format(network & 0xFFFF_FFFFL);
    return new ObservableKey(Kind.IPV4, length == BITS ? text : text + "/" + length);
  }

  static boolean looksLike(String text) {
    return !text.isEmpty()
        && text.indexOf('.') > 0
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '/');
  }

  static long parse(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 4) {
      throw Prefix.invalid("an IPv4 address has four numbers");
    }
    long address = 0;
    for (var part : parts) {
      address = (address << 8) | part(part);
    }
    return address;
  }

  static String format(long address) {
    return (address >> 24)
        + "."
        + ((address >> 16) & 0xFF)
        + "."
        + ((address >> 8) & 0xFF)
        + "."
        + (address & 0xFF);
  }

  private static int part(String part) {
    boolean digits = part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
    if (part.isEmpty() || !digits || (part.length() > 1 && part.charAt(0) == '0')) {
      throw Prefix.invalid("its numbers are not decimal without leading zeros");
    }
    int value = Integer.parseInt(part);
    if (value > 255) {
      throw Prefix.invalid("one of its numbers exceeds 255");
    }
    return value;
  }
}
