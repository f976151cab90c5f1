package org.entente.kubernetes.network;

import java.util.Arrays;

/** A block of IPv4 addresses. */
record Cidr(int network, int bits) {

  static Cidr parse(String text) {
    var parts = text.split("/", -1);
    return new Cidr(address(parts[0]), Integer.parseInt(parts[1]));
  }

  boolean contains(String address) {
    var ignored = Integer.SIZE - bits;
    return bits == 0 || address(address) >>> ignored == network >>> ignored;
  }

  private static int address(String text) {
    return Arrays.stream(text.split("\\.", -1))
        .mapToInt(Integer::parseInt)
        .reduce(0, (all, octet) -> all << Byte.SIZE | octet);
  }
}
