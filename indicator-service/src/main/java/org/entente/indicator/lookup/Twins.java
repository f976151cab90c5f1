package org.entente.indicator.lookup;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.stix.address.AddressRejected;
import org.entente.stix.address.Addresses;
import org.entente.stix.address.Chain;
import org.entente.stix.address.KeyHint;
import org.entente.stix.observable.Kind;
import org.entente.stix.observable.ObservableKey;

/// What addresses of one cryptographic key have in common, whatever the chain. Never a reason to
/// merge them.
final class Twins {
  private static final Pattern ACCOUNT = Pattern.compile("([^:]+:[^:]+):([^:]+)");
  private static final Pattern HASH = Pattern.compile("[^:]+:[^:]+:p2pkh:([0-9a-f]{40})");

  private Twins() {}

  /// Texts that are equal for twins; none for what is no wallet or shares nothing.
  static List<String> of(ObservableKey key) {
    if (key.kind() != Kind.WALLET) {
      return List.of();
    }
    Matcher hash = HASH.matcher(key.value());
    if (hash.matches()) {
      return List.of(new KeyHint(KeyHint.Kind.HASH160, hash.group(1)).text());
    }
    Matcher account = ACCOUNT.matcher(key.value());
    if (!account.matches()) {
      return List.of();
    }
    return Chain.of(account.group(1))
        .flatMap(chain -> hints(chain, account.group(2)))
        .orElse(List.of());
  }

  private static Optional<List<String>> hints(Chain chain, String address) {
    try {
      return Optional.of(
          Addresses.read(chain, address).hints().stream().map(KeyHint::text).toList());
    } catch (AddressRejected e) {
      // A tagged account: what is said of a deposit is said of nobody's key.
      return Optional.empty();
    }
  }
}
