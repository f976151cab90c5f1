package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHARACTER;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;

import java.util.Arrays;

/// Numbers written in 58 digits that are hard to confuse; leading zero bytes are leading first
/// digits. Bitcoin and the XRP Ledger order the digits differently.
final class Base58 {

  static final Base58 BITCOIN =
      new Base58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
  static final Base58 RIPPLE =
      new Base58("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");

  /// Longer than any address, key or signature.
  private static final int LONGEST = 128;

  private static final long LIMB = 0xFFFF_FFFFL;

  /// As many digits as fit a limb.
  private static final int GROUP = 5;

  private static final long GROUP_SIZE = 58L * 58 * 58 * 58 * 58;

  private final String digits;
  private final byte[] values = new byte[128];

  private Base58(String digits) {
    this.digits = digits;
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < digits.length(); i++) {
      values[digits.charAt(i)] = (byte) i;
    }
  }

  boolean has(char digit) {
    return digit < 128 && values[digit] >= 0;
  }

  byte[] decode(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new AddressRejected(ADDRESS_LENGTH, "no address is of that length");
    }
    int zeros = leading(text);
    var limbs = new int[(text.length() - zeros) * 3 / 16 + 1];
    int used = 0;
    int at = zeros;
    while (at < text.length()) {
      int end = Math.min(at + GROUP, text.length());
      used = append(limbs, used, text, at, end);
      at = end;
    }
    return bytes(limbs, used, zeros);
  }

  /// Multiplies the number by 58 for each further digit and adds them, a group at a time.
  private int append(int[] limbs, int used, String text, int from, int to) {
    long factor = 1;
    long carry = 0;
    for (int i = from; i < to; i++) {
      factor *= 58;
      carry = carry * 58 + value(text.charAt(i));
    }
    for (int i = 0; i < used; i++) {
      long product = (limbs[i] & LIMB) * factor + carry;
      limbs[i] = (int) product;
      carry = product >>> 32;
    }
    if (carry != 0) {
      limbs[used] = (int) carry;
      return used + 1;
    }
    return used;
  }

  private static byte[] bytes(int[] limbs, int used, int zeros) {
    int bits = used == 0 ? 0 : used * 32 - Integer.numberOfLeadingZeros(limbs[used - 1]);
    int size = (bits + 7) / 8;
    var bytes = new byte[zeros + size];
    for (int i = 0; i < size; i++) {
      bytes[bytes.length - 1 - i] = (byte) (limbs[i / 4] >>> ((i % 4) * 8));
    }
    return bytes;
  }

  String encode(byte[] bytes) {
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    var limbs = limbs(bytes);
    var reversed = new StringBuilder(bytes.length * 7 / 5 + GROUP);
    int start = 0;
    while (start < limbs.length) {
      if (limbs[start] == 0) {
        start++;
      } else {
        group(reversed, divide(limbs, start));
      }
    }
    while (!reversed.isEmpty() && reversed.charAt(reversed.length() - 1) == digits.charAt(0)) {
      reversed.setLength(reversed.length() - 1);
    }
    return reversed.repeat(digits.charAt(0), zeros).reverse().toString();
  }

  /// The number in limbs of 32 bits, highest first.
  private static int[] limbs(byte[] bytes) {
    var limbs = new int[(bytes.length + 3) / 4];
    for (int i = 0; i < bytes.length; i++) {
      int fromEnd = bytes.length - 1 - i;
      limbs[limbs.length - 1 - fromEnd / 4] |= (bytes[i] & 0xFF) << (8 * (fromEnd % 4));
    }
    return limbs;
  }

  private void group(StringBuilder reversed, int value) {
    int rest = value;
    for (int i = 0; i < GROUP; i++) {
      reversed.append(digits.charAt(rest % 58));
      rest /= 58;
    }
  }

  /// Divides the number in place by 58 to the fifth and returns the remainder: five digits.
  private static int divide(int[] limbs, int start) {
    long remainder = 0;
    for (int i = start; i < limbs.length; i++) {
      long value = (remainder << 32) | (limbs[i] & LIMB);
      limbs[i] = (int) (value / GROUP_SIZE);
      remainder = value % GROUP_SIZE;
    }
    return (int) remainder;
  }

  private int leading(String text) {
    int zeros = 0;
    while (zeros < text.length() && text.charAt(zeros) == digits.charAt(0)) {
      zeros++;
    }
    return zeros;
  }

  private int value(char digit) {
    if (!has(digit)) {
      throw new AddressRejected(ADDRESS_CHARACTER, "it has a character that Base58 leaves out");
    }
    return values[digit];
  }
}
