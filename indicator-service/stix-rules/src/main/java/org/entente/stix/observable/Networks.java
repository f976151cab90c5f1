package org.entente.stix.observable;

import java.util.ArrayList;
import java.util.List;

/// The networks an address lies in, so that a plain index of keys answers for ranges too.
final class Networks {

  private static final int WIDEST_V4 = 8;
  private static final int WIDEST_V6 = 16;

  private Networks() {}

  /// The keys of the networks around an address or network, narrowest first; empty for other kinds.
  static List<ObservableKey> around(ObservableKey key) {
    int slash = key.value().indexOf('/');
    var address = slash < 0 ? key.value() : key.value().substring(0, slash);
    return switch (key.kind()) {
      case IPV4 -> v4(Ipv4.parse(address), slash < 0 ? 32 : length(key.value(), slash));
      case IPV6 -> v6(Ipv6.parse(address), slash < 0 ? 128 : length(key.value(), slash));
      default -> List.of();
    };
  }

  private static int length(String value, int slash) {
    return Prefix.length(value.substring(slash + 1), 128);
  }

  private static List<ObservableKey> v4(long address, int inside) {
    var keys = new ArrayList<ObservableKey>();
    for (int length = inside - 1; length >= WIDEST_V4; length--) {
      keys.add(Ipv4.key(address, length));
    }
    return keys;
  }

  private static List<ObservableKey> v6(int[] address, int inside) {
    var keys = new ArrayList<ObservableKey>();
    for (int length = inside - 1; length >= WIDEST_V6; length--) {
      keys.add(Ipv6.key(address, length));
    }
    return keys;
  }
}
