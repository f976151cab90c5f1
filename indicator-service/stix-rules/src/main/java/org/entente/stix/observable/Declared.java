package org.entente.stix.observable;

import java.util.Locale;
import java.util.Optional;
import org.entente.stix.address.Chain;
import org.jspecify.annotations.Nullable;

/// What a producer says beside a value, without which some values name nothing.
///
/// @param chain the chain of a wallet or transaction
/// @param tag destination tag or payment id; empty when there is none
/// @param accountType the `account_type` of a user account; empty when there is none
public record Declared(@Nullable Chain chain, String tag, String accountType) {

  /// The value stands alone.
  public static final Declared NOTHING = new Declared(null, "", "");

  /// A wallet or transaction of a chain.
  public static Declared chain(Chain chain) {
    return new Declared(chain, "", "");
  }

  /// A wallet as the wallet extension describes it: a CAIP-2 id or name that may be unknown, and a
  /// tag that may be empty.
  public static Declared wallet(String chain, String tag) {
    Optional<Chain> known = Chain.of(chain);
    return new Declared(known.orElse(null), tag, "");
  }

  /// An account of a service: `github`, `telegram`, `crypto-exchange`.
  public static Declared account(String type) {
    return new Declared(null, "", type.strip().toLowerCase(Locale.ROOT));
  }
}
