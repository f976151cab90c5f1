package org.entente.stix.address;

import static org.entente.stix.address.Form.P2PKH;
import static org.entente.stix.address.Form.P2SH;

import java.util.List;

/// The version before a hash in Base58Check, per chain. The first row of a version is the likeliest
/// chain.
///
/// @param value one byte, or two where it exceeds 255
record Versions(Chain chain, int value, Form form) {

  private static final List<Versions> ALL =
      List.of(
          new Versions(Chain.BTC, 0x00, P2PKH),
          new Versions(Chain.BCH, 0x00, P2PKH),
          new Versions(Chain.BSV, 0x00, P2PKH),
          new Versions(Chain.BTC, 0x05, P2SH),
          new Versions(Chain.LTC, 0x05, P2SH),
          new Versions(Chain.BCH, 0x05, P2SH),
          new Versions(Chain.BSV, 0x05, P2SH),
          new Versions(Chain.LTC, 0x30, P2PKH),
          new Versions(Chain.LTC, 0x32, P2SH),
          new Versions(Chain.TRON, 0x41, Form.TRON_BASE58),
          new Versions(Chain.DOGE, 0x1e, P2PKH),
          new Versions(Chain.XVG, 0x1e, P2PKH),
          new Versions(Chain.DOGE, 0x16, P2SH),
          new Versions(Chain.XVG, 0x21, P2SH),
          new Versions(Chain.DASH, 0x4c, P2PKH),
          new Versions(Chain.DASH, 0x10, P2SH),
          new Versions(Chain.ZEC, 0x1cb8, P2PKH),
          new Versions(Chain.ZEC, 0x1cbd, P2SH),
          new Versions(Chain.BTG, 0x26, P2PKH),
          new Versions(Chain.BTG, 0x17, P2SH),
          new Versions(Chain.BTC_TESTNET, 0x6f, P2PKH),
          new Versions(Chain.LTC_TESTNET, 0x6f, P2PKH),
          new Versions(Chain.BTC_TESTNET, 0xc4, P2SH),
          new Versions(Chain.LTC_TESTNET, 0xc4, P2SH),
          new Versions(Chain.LTC_TESTNET, 0x3a, P2SH),
          new Versions(Chain.DOGE_TESTNET, 0x71, P2PKH),
          new Versions(Chain.DOGE_TESTNET, 0xc4, P2SH));

  /// What a payload of version and 20-byte hash may be.
  static List<Versions> of(byte[] payload) {
    int value =
        switch (payload.length) {
          case 21 -> payload[0] & 0xFF;
          case 22 -> ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
          default -> -1;
        };
    return ALL.stream()
        .filter(row -> row.value == value && row.wide() == (payload.length == 22))
        .toList();
  }

  private boolean wide() {
    return value > 0xFF;
  }
}
