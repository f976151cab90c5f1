package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_TAG;

/// What narrows an account to one payer: destination tags and payment ids.
final class Tags {

  /// The highest destination tag.
  static final long HIGHEST = 0xFFFF_FFFFL;

  private Tags() {}

  static Address narrow(Address address, String declared) {
    var narrowed =
        switch (address.chain()) {
          case XRP, XRP_TESTNET, XRP_DEVNET -> tagged(address, destination(declared));
          case XMR -> Monero.integrate(address, declared);
          default ->
              throw new AddressRejected(
                  ADDRESS_TAG, "accounts of " + address.chain().title() + " have no tags");
        };
    if (address.tagged() && !address.tag().equals(narrowed.tag())) {
      throw new AddressRejected(ADDRESS_TAG, "the address holds another tag than the declared one");
    }
    return narrowed;
  }

  private static String destination(String text) {
    if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new AddressRejected(ADDRESS_TAG, "a destination tag is a decimal number");
    }
    long value = Long.parseLong(text);
    if (value > HIGHEST) {
      throw new AddressRejected(ADDRESS_TAG, "a destination tag has at most 32 bits");
    }
    return Long.toString(value);
  }

  private static Address tagged(Address address, String tag) {
    return new Address(
        address.chain(),
        address.form(),
        address.display(),
        address.account(),
        tag,
        address.hints(),
        address.remarks());
  }
}
