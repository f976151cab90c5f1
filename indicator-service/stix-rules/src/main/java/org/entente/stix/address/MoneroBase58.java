package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHARACTER;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;

/// Base58 in blocks of 8 bytes and 11 digits, so that a text's length says how many bytes it holds.
final class MoneroBase58 {

  private static final int BLOCK = 8;
  private static final int DIGITS = 11;

  /// Digits of a last block of 0 to 8 bytes.
  private static final int[] SIZES = {0, 2, 3, 5, 6, 7, 9, 10, 11};

  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private MoneroBase58() {}

  static byte[] decode(String text) {
    int last = lastBlock(text.length() % DIGITS);
    int blocks = text.length() / DIGITS;
    var bytes = new byte[blocks * BLOCK + last];
    for (int i = 0; i < blocks; i++) {
      block(text, i * DIGITS, bytes, i * BLOCK, BLOCK);
    }
    block(text, blocks * DIGITS, bytes, blocks * BLOCK, last);
    return bytes;
  }

  private static int lastBlock(int digits) {
    for (int bytes = 0; bytes < BLOCK; bytes++) {
      if (SIZES[bytes] == digits) {
        return bytes;
      }
    }
    throw new AddressRejected(ADDRESS_LENGTH, "no Monero address is of that length");
  }

  private static void block(String text, int from, byte[] bytes, int at, int size) {
    long value = 0;
    for (int i = from; i < from + SIZES[size]; i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        throw new AddressRejected(ADDRESS_CHARACTER, "it has a character that Base58 leaves out");
      }
      if (Math.unsignedMultiplyHigh(value, 58) != 0
          || Long.compareUnsigned(value * 58, -1L - digit) > 0) {
        throw new AddressRejected(ADDRESS_CHARACTER, "one of its blocks exceeds eight bytes");
      }
      value = value * 58 + digit;
    }
    if (size < BLOCK && value >>> (8 * size) != 0) {
      throw new AddressRejected(ADDRESS_CHARACTER, "its last block exceeds its bytes");
    }
    for (int i = size - 1; i >= 0; i--) {
      bytes[at + i] = (byte) value;
      value >>>= 8;
    }
  }

  static String encode(byte[] bytes) {
    var text = new StringBuilder(bytes.length * DIGITS / BLOCK + DIGITS);
    for (int at = 0; at < bytes.length; at += BLOCK) {
      append(text, bytes, at, Math.min(BLOCK, bytes.length - at));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, byte[] bytes, int at, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    var digits = new char[SIZES[size]];
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) Long.remainderUnsigned(value, 58));
      value = Long.divideUnsigned(value, 58);
    }
    text.append(digits);
  }
}
