package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHARACTER;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_PADDING;

import java.util.Arrays;
import java.util.function.LongBinaryOperator;

/// Groups of five bits, as bech32 and CashAddr write them.
final class Bits {

  private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final byte[] VALUES = values();

  private final byte[] groups;

  private Bits(byte[] groups) {
    this.groups = groups;
  }

  /// The groups that a lower-case text has from some place on.
  static Bits groups(String text, int from) {
    var groups = new byte[text.length() - from];
    for (int i = 0; i < groups.length; i++) {
      char digit = text.charAt(from + i);
      if (digit >= 128 || VALUES[digit] < 0) {
        throw new AddressRejected(ADDRESS_CHARACTER, "it has a character that bech32 leaves out");
      }
      groups[i] = VALUES[digit];
    }
    return new Bits(groups);
  }

  /// The groups of bytes, the last one filled up with zero bits.
  static Bits of(byte[] bytes) {
    var groups = new byte[(bytes.length * 8 + 4) / 5];
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      int set = (bytes[bit / 8] >> (7 - bit % 8)) & 1;
      groups[bit / 5] |= (byte) (set << (4 - bit % 5));
    }
    return new Bits(groups);
  }

  int count() {
    return groups.length;
  }

  int first() {
    return groups[0];
  }

  Bits without(int last) {
    return new Bits(Arrays.copyOf(groups, groups.length - last));
  }

  Bits afterFirst() {
    return new Bits(Arrays.copyOfRange(groups, 1, groups.length));
  }

  /// Runs a checksum over the groups.
  long fold(LongBinaryOperator step, long start) {
    long sum = start;
    for (byte group : groups) {
      sum = step.applyAsLong(sum, group);
    }
    return sum;
  }

  /// The whole bytes; what is left over must be fewer than five bits, all zero.
  byte[] bytes() {
    var bytes = new byte[groups.length * 5 / 8];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (byte group : groups) {
      held = (held << 5) | group;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    if (bits > 4 || held != 0) {
      throw new AddressRejected(
          ADDRESS_PADDING, "the bits after its last byte are not zero and few");
    }
    return bytes;
  }

  String text() {
    var text = new StringBuilder(groups.length);
    for (byte group : groups) {
      text.append(DIGITS.charAt(group));
    }
    return text.toString();
  }

  private static byte[] values() {
    var values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < DIGITS.length(); i++) {
      values[DIGITS.charAt(i)] = (byte) i;
    }
    return values;
  }
}
