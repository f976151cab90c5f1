package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHARACTER;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHECKSUM;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_PREFIX;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// `0x` and 40 hexadecimal digits whose case is a checksum (ERC-55), on two chains with the chain's
/// id mixed in (ERC-1191).
final class Evm {

  private static final int LENGTH = 42;

  /// The chains that use ERC-1191: RSK and its test network.
  private static final List<String> FOREIGN = List.of("30", "31");

  private Evm() {}

  static Address read(String text) {
    if (!text.startsWith("0x") && !text.startsWith("0X")) {
      throw new AddressRejected(ADDRESS_PREFIX, "an EVM address begins with 0x");
    }
    if (text.length() != LENGTH) {
      throw new AddressRejected(ADDRESS_LENGTH, "an EVM address has 40 digits after 0x");
    }
    var digits = text.substring(2);
    requireHex(digits);
    var lower = digits.toLowerCase(Locale.ROOT);
    var checksummed = checksummed("", lower);
    if (digits.equals(checksummed) && !digits.equals(lower)) {
      return address(Form.EIP55, lower, checksummed);
    }
    return address(otherForm(digits, lower), lower, checksummed);
  }

  private static Form otherForm(String digits, String lower) {
    if (!digits.equals(lower)) {
      for (var chain : FOREIGN) {
        if (digits.equals(checksummed(chain, lower))) {
          return Form.EIP1191;
        }
      }
    }
    if (oneCase(digits)) {
      return Form.EVM_UNCHECKED;
    }
    throw new AddressRejected(
        ADDRESS_CHECKSUM, "its upper and lower case letters are not those of its ERC-55 checksum");
  }

  private static Address address(Form form, String lower, String checksummed) {
    var remarks =
        switch (form) {
          case EVM_UNCHECKED -> Remarks.of(Chain.EVM, Remark.NO_CHECKSUM);
          case EIP1191 -> Remarks.of(Chain.EVM, Remark.FOREIGN_CHECKSUM);
          default -> Remarks.of(Chain.EVM);
        };
    return new Address(
        Chain.EVM,
        form,
        "0x" + checksummed,
        Chain.EVM.caip2() + ":0x" + lower,
        "",
        List.of(new KeyHint(KeyHint.Kind.KECCAK20, lower)),
        remarks);
  }

  private static String checksummed(String chainId, String lower) {
    var hashed = (chainId.isEmpty() ? lower : chainId + "0x" + lower);
    var bytes = hashed.getBytes(StandardCharsets.ISO_8859_1);
    var hash = Keccak.of(bytes, bytes.length);
    var digits = lower.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < digits.length; i++) {
      int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xF;
      if (digits[i] >= 'a' && nibble >= 8) {
        digits[i] = (byte) (digits[i] - 'a' + 'A');
      }
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  private static boolean oneCase(String digits) {
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < digits.length(); i++) {
      upper |= digits.charAt(i) >= 'A' && digits.charAt(i) <= 'F';
      lower |= digits.charAt(i) >= 'a';
    }
    return !(upper && lower);
  }

  private static void requireHex(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (!HexFormat.isHexDigit(digits.charAt(i))) {
        throw new AddressRejected(
            ADDRESS_CHARACTER, "after 0x it has more than hexadecimal digits");
      }
    }
  }
}
