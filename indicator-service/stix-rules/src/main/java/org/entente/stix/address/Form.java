package org.entente.stix.address;

import java.util.Locale;

/// How an address is written, which is also what it says about who can spend.
public enum Form {
  P2PKH,
  P2SH,
  P2WPKH,
  P2WSH,
  P2TR,
  /// A witness version or length without a meaning yet: spendable by anyone, so unusual.
  WITNESS_UNKNOWN,
  CASHADDR_P2PKH,
  CASHADDR_P2SH,
  /// Mixed case whose checksum is right (ERC-55).
  EIP55,
  /// Mixed case whose checksum is that of one chain (ERC-1191).
  EIP1191,
  /// One case only: nothing protects it from a typing error.
  EVM_UNCHECKED,
  TRON_BASE58,
  TRON_HEX,
  XRP_CLASSIC,
  XRP_X_ADDRESS,
  SOLANA,
  MONERO_STANDARD,
  MONERO_INTEGRATED,
  MONERO_SUBADDRESS;

  /// The form's name in the wallet extension: `p2wpkh`, `xrp-x-address`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
