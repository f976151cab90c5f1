package org.entente.stix.observable;

import java.util.Set;
import org.entente.stix.address.Address;

/// What our property extension says of a `cryptocurrency-wallet`; published under
/// `contract/extensions/wallet`.
///
/// @param chain CAIP-2 id
/// @param form how the value is written
/// @param tag destination tag or payment id; empty when there is none
/// @param key the key to compare by
/// @param sameKeyHint a digest of the public key; empty when the form shows none
public record WalletExtension(
    String chain, String form, String tag, String key, String sameKeyHint) {

  /// The definition's id, under which the extension stands in `extensions`.
  public static final String ID = "extension-definition--0058e359-cb8a-49c6-bdfe-29547493a9e3";

  /// The definition by which `cryptocurrency-wallet` is a type at all.
  public static final String WALLET_TYPE_ID =
      "extension-definition--be78509e-6958-51b1-8b26-d17ee0eba2d7";

  /// Its properties, besides `extension_type`.
  public static final Set<String> PROPERTIES =
      Set.of("chain", "form", "tag", "key", "same_key_hint", "role");

  /// The roles that everybody knows; producers may use others. Their claim, not the address's.
  public static final Set<String> ROLES =
      Set.of("victim", "attacker", "launderer", "deposit", "mixer", "bridge", "service");

  /// What an address says of itself.
  public static WalletExtension of(Address address) {
    var hints = address.hints();
    return new WalletExtension(
        address.chain().caip2(),
        address.form().text(),
        address.tag(),
        address.key(),
        hints.isEmpty() ? "" : hints.getFirst().text());
  }
}
