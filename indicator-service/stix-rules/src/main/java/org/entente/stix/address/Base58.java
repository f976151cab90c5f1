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
      int end = Math.min(at + 5, text.length());
      used = append(limbs, used, text, at, end);
      at = end;
    }
    return bytes(limbs, used, zeros);
  }

  /// Multiplies the number by 58 for each further digit and adds them, five at a time: as many as
  /// fit a limb.
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
    var rest = bytes.clone();
    var reversed = new StringBuilder(bytes.length * 7 / 5 + 1);
    int start = 0;
    while (start < rest.length && rest[start] == 0) {
      start++;
    }
    int zeros = start;
    while (start < rest.length) {
      reversed.append(digits.charAt(divide(rest, start)));
      while (start < rest.length && rest[start] == 0) {
        start++;
      }
    }
    return reversed.repeat(digits.charAt(0), zeros).reverse().toString();
  }

  /// Divides the number in place by 58 and returns the remainder.
  private static int divide(byte[] number, int start) {
    int remainder = 0;
    for (int i = start; i < number.length; i++) {
      int value = (remainder << 8) | (number[i] & 0xFF);
      number[i] = (byte) (value / 58);
      remainder = value % 58;
    }
    return remainder;
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
