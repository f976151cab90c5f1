package org.entente.stix.observable;

import java.util.Optional;
import org.entente.stix.address.Chain;

/// An account or transaction written with its chain: `eip155:1:0x…` (CAIP-10).
///
/// @param chain the chain named
/// @param rest what follows it
record Caip(Chain chain, String rest) {

  /// Reads such a text; empty when its chain is not known here.
  static Optional<Caip> read(String text) {
    int end = text.indexOf(':', text.indexOf(':') + 1);
    return end < 0
        ? Optional.empty()
        : Chain.of(text.substring(0, end)).map(c -> new Caip(c, text.substring(end + 1)));
  }

  /// Whether it is our form of a Bitcoin Cash account: type and hash.
  boolean cash() {
    int colon = rest.indexOf(':');
    var hash = rest.substring(colon + 1);
    return chain == Chain.BCH
        && (rest.startsWith("p2pkh:") || rest.startsWith("p2sh:"))
        && (Hashes.isHex(hash, 40) || Hashes.isHex(hash, 64))
        && hash.chars().noneMatch(Character::isUpperCase);
  }
}
