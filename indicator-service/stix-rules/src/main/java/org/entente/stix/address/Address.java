package org.entente.stix.address;

import java.util.List;
import java.util.Set;

/// An address that was read and is right.
///
/// @param chain where it lives
/// @param form how it was written
/// @param display as it should be shown: checksummed, lower case, or as it came
/// @param account the key of the account without its tag
/// @param tag destination tag or payment id; empty when there is none
/// @param hints what other chains' addresses of the same key have in common with it
/// @param remarks what to know about it
public record Address(
    Chain chain,
    Form form,
    String display,
    String account,
    String tag,
    List<KeyHint> hints,
    Set<Remark> remarks) {

  public Address {
    hints = List.copyOf(hints);
    remarks = Set.copyOf(remarks);
  }

  /// Whether it names one customer of the account rather than the account.
  public boolean tagged() {
    return !tag.isEmpty();
  }

  /// The key that deduplication, warning lists and look-ups use. A tagged address has a key of its
  /// own: what is said of one deposit is not said of the exchange.
  public String key() {
    if (!tagged()) {
      return account;
    }
    return chain == Chain.XMR ? chain.caip2() + ":" + display : account + "-" + tag;
  }

  /// The same account narrowed to a tag that was declared beside it.
  ///
  /// @throws AddressRejected when this chain has no such tags, or the address has another already
  public Address withTag(String declared) {
    return Tags.narrow(this, declared);
  }

  static Address plain(Chain chain, Form form, String display, Set<Remark> remarks) {
    return of(chain, form, display, List.of(), remarks);
  }

  static Address of(
      Chain chain, Form form, String display, List<KeyHint> hints, Set<Remark> remarks) {
    return new Address(chain, form, display, chain.caip2() + ":" + display, "", hints, remarks);
  }
}
