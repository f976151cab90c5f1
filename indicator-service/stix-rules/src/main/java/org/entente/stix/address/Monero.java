package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHECKSUM;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_TAG;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_VERSION;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Monero: a network byte, two public keys, with an integrated address a payment id, and the
/// beginning of their Keccak-256.
final class Monero {

  private static final int CHECKSUM = 4;
  private static final int KEYS = 65;
  private static final int PAYMENT_ID = 8;
  private static final byte STANDARD = 18;
  private static final byte INTEGRATED = 19;
  private static final byte SUBADDRESS = 42;

  private Monero() {}

  static Address read(String text) {
    var payload = payload(text);
    return switch (payload[0]) {
      case STANDARD -> plain(Form.MONERO_STANDARD, payload, text);
      case SUBADDRESS -> plain(Form.MONERO_SUBADDRESS, payload, text);
      case INTEGRATED -> integrated(payload, text);
      default ->
          throw new AddressRejected(
              ADDRESS_VERSION, "its network byte is not Monero's: a test network or another coin");
    };
  }

  /// The integrated address of a standard one and a payment id of 16 hexadecimal digits.
  static Address integrate(Address address, String paymentId) {
    if (paymentId.length() != 2 * PAYMENT_ID
        || !paymentId.chars().allMatch(HexFormat::isHexDigit)) {
      throw new AddressRejected(ADDRESS_TAG, "a payment id has 16 hexadecimal digits");
    }
    if (address.form() == Form.MONERO_SUBADDRESS) {
      throw new AddressRejected(ADDRESS_TAG, "a subaddress takes no payment id");
    }
    var keys = MoneroBase58.decode(address.account().substring(Chain.XMR.caip2().length() + 1));
    var bytes = Arrays.copyOf(keys, KEYS + PAYMENT_ID);
    bytes[0] = INTEGRATED;
    System.arraycopy(HexFormat.of().parseHex(paymentId), 0, bytes, KEYS, PAYMENT_ID);
    return integrated(bytes, withChecksum(bytes));
  }

  private static byte[] payload(String text) {
    var bytes = MoneroBase58.decode(text);
    int length = bytes.length - CHECKSUM;
    if (length != KEYS && length != KEYS + PAYMENT_ID) {
      throw new AddressRejected(ADDRESS_LENGTH, "a Monero address has 95 or 106 characters");
    }
    var hash = Keccak.of(bytes, length);
    if (!Arrays.equals(hash, 0, CHECKSUM, bytes, length, bytes.length)) {
      throw new AddressRejected(
          ADDRESS_CHECKSUM, "its checksum is wrong: a character is not as sent");
    }
    return Arrays.copyOf(bytes, length);
  }

  private static Address plain(Form form, byte[] payload, String text) {
    if (payload.length != KEYS) {
      throw new AddressRejected(ADDRESS_LENGTH, "it is longer than its network byte says");
    }
    return Address.plain(Chain.XMR, form, text, Set.of());
  }

  private static Address integrated(byte[] payload, String text) {
    if (payload.length != KEYS + PAYMENT_ID) {
      throw new AddressRejected(ADDRESS_LENGTH, "it is too short for a payment id");
    }
    var keys = Arrays.copyOf(payload, KEYS);
    keys[0] = STANDARD;
    return new Address(
        Chain.XMR,
        Form.MONERO_INTEGRATED,
        text,
        Chain.XMR.caip2() + ":" + withChecksum(keys),
        HexFormat.of().formatHex(payload, KEYS, payload.length),
        List.of(),
        Set.of());
  }

  private static String withChecksum(byte[] payload) {
    var bytes = Arrays.copyOf(payload, payload.length + CHECKSUM);
    System.arraycopy(Keccak.of(payload, payload.length), 0, bytes, payload.length, CHECKSUM);
    return MoneroBase58.encode(bytes);
  }
}
