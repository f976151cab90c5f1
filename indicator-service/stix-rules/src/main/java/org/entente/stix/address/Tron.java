package org.entente.stix.address;

import java.util.HexFormat;
import java.util.Set;

/// TRON: Base58Check for people, and the same 21 bytes in hexadecimal as its interfaces write them.
final class Tron {

  private static final int HEX_LENGTH = 42;

  private Tron() {}

  static boolean looksLikeHex(String text) {
    return text.length() == HEX_LENGTH
        && text.startsWith("41")
        && text.chars().allMatch(HexFormat::isHexDigit);
  }

  static Address read(String text) {
    if (!looksLikeHex(text)) {
      return HashForm.read(Chain.TRON, text);
    }
    var base58 = Base58Check.encode(Base58.BITCOIN, HexFormat.of().parseHex(text));
    var same = HashForm.read(Chain.TRON, base58);
    return Address.of(
        Chain.TRON, Form.TRON_HEX, same.display(), same.hints(), Set.of(Remark.NO_CHECKSUM));
  }
}
