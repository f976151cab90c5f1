package org.entente.stix.observable;

import java.util.List;
import org.entente.stix.address.AddressRejected;
import org.entente.stix.address.Chain;
import org.entente.stix.address.TransactionHash;

/// The transactions that a hash of unknown chain may name.
final class Transactions {

  private static final List<Chain> HEXADECIMAL =
      List.of(Chain.BTC, Chain.EVM, Chain.TRON, Chain.XRP, Chain.XMR, Chain.LTC, Chain.BCH);

  private Transactions() {}

  /// Keys on the chains that write hashes so; none when it is no hash.
  static List<ObservableKey> possible(String text) {
    if (text.startsWith("0x") && Hashes.isHex(text.substring(2), 64)) {
      return List.of(Wallets.key(TransactionHash.read(Chain.EVM, text)));
    }
    if (Hashes.isHex(text, 64)) {
      return HEXADECIMAL.stream()
          .map(chain -> Wallets.key(TransactionHash.read(chain, text)))
          .toList();
    }
    return signature(text);
  }

  private static List<ObservableKey> signature(String text) {
    if (text.length() < 80 || text.length() > 90) {
      return List.of();
    }
    try {
      return List.of(Wallets.key(TransactionHash.read(Chain.SOL, text)));
    } catch (AddressRejected e) {
      return List.of();
    }
  }
}
