package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHARACTER;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHECKSUM;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_MIXED_CASE;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_PREFIX;

import java.util.Locale;

/// Bech32 (BIP-173) and bech32m (BIP-350): a prefix, `1`, and groups of five bits of which the last
/// six are a checksum that finds any four wrong characters.
///
/// @param prefix the human-readable part, lower case
/// @param groups five bits each, without the checksum
/// @param modern whether the checksum is bech32m's
record Bech32(String prefix, Bits groups, boolean modern) {

  private static final int LONGEST = 90;
  private static final int CHECKSUM = 6;
  private static final int BECH32 = 1;
  private static final int BECH32M = 0x2bc830a3;
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  static Bech32 decode(String text) {
    if (text.length() > LONGEST) {
      throw new AddressRejected(ADDRESS_LENGTH, "bech32 ends at 90 characters");
    }
    var lower = oneCase(text);
    int separator = lower.lastIndexOf('1');
    if (separator < 1 || lower.length() - separator - 1 < CHECKSUM) {
      throw new AddressRejected(
          ADDRESS_PREFIX, "it has no prefix, separator and checksum of bech32");
    }
    var prefix = lower.substring(0, separator);
    var data = Bits.groups(lower, separator + 1);
    long sum = data.fold(Bech32::step, expand(prefix));
    if (sum != BECH32 && sum != BECH32M) {
      throw new AddressRejected(
          ADDRESS_CHECKSUM, "its checksum is wrong: a character is not as sent");
    }
    return new Bech32(prefix, data.without(CHECKSUM), sum == BECH32M);
  }

  static long expand(String prefix) {
    long sum = 1;
    for (int i = 0; i < prefix.length(); i++) {
      if (prefix.charAt(i) < 33 || prefix.charAt(i) > 126) {
        throw new AddressRejected(ADDRESS_CHARACTER, "its prefix has a character outside ASCII");
      }
      sum = step(sum, prefix.charAt(i) >> 5);
    }
    sum = step(sum, 0);
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) & 31);
    }
    return sum;
  }

  static long step(long sum, long value) {
    int top = (int) (sum >>> 25);
    int next = (int) (((sum & 0x1ffffff) << 5) ^ value);
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= -((top >> i) & 1) & GENERATOR[i];
    }
    return next;
  }

  static String oneCase(String text) {
    if (mixed(text)) {
      throw new AddressRejected(
          ADDRESS_MIXED_CASE, "it mixes upper and lower case, bech32 must not");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  static boolean mixed(String text) {
    return !text.toLowerCase(Locale.ROOT).equals(text)
        && !text.toUpperCase(Locale.ROOT).equals(text);
  }
}
