package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;

/// Any 32 bytes in Base58: nothing in them tells Solana from something else, so the chain has to be
/// declared.
final class Solana {

  private Solana() {}

  static Address read(Chain chain, String text) {
    if (Base58.BITCOIN.decode(text).length != 32) {
      throw new AddressRejected(ADDRESS_LENGTH, "a Solana address is 32 bytes, this is not");
    }
    return Address.plain(chain, Form.SOLANA, text, Remarks.of(chain, Remark.NO_CHECKSUM));
  }
}
