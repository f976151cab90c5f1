package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHECKSUM;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;

import java.util.Arrays;

/// Base58 whose last four bytes are the beginning of the double SHA-256 of the rest.
final class Base58Check {

  private static final int CHECKSUM = 4;

  private Base58Check() {}

  /// The bytes before the checksum, version included.
  static byte[] decode(Base58 alphabet, String text) {
    var bytes = alphabet.decode(text);
    int length = bytes.length - CHECKSUM;
    if (length < 1) {
      throw new AddressRejected(ADDRESS_LENGTH, "it is too short to hold a checksum");
    }
    var hash = Sha256.twice(bytes, length);
    if (!Arrays.equals(hash, 0, CHECKSUM, bytes, length, bytes.length)) {
      throw new AddressRejected(
          ADDRESS_CHECKSUM, "its checksum is wrong: a character is not as sent");
    }
    return Arrays.copyOf(bytes, length);
  }

  static String encode(Base58 alphabet, byte[] payload) {
    var bytes = Arrays.copyOf(payload, payload.length + CHECKSUM);
    System.arraycopy(Sha256.twice(payload, payload.length), 0, bytes, payload.length, CHECKSUM);
    return alphabet.encode(bytes);
  }
}
