package org.entente.stix.address;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What producers call the chains.
final class ChainNames {

  private static final Map<String, Chain> KNOWN = known();

  private ChainNames() {}

  static Optional<Chain> find(String named) {
    var name = named.strip().toLowerCase(Locale.ROOT);
    if (name.startsWith("eip155:")) {
      return isNumber(name.substring(7)) ? Optional.of(Chain.EVM) : Optional.empty();
    }
    return Optional.ofNullable(KNOWN.get(name));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Map<String, Chain> known() {
    var names = new HashMap<>(otherNames());
    for (var chain : Chain.values()) {
      names.put(chain.caip2().toLowerCase(Locale.ROOT), chain);
      names.put(chain.title().toLowerCase(Locale.ROOT), chain);
      names.put(chain.name().toLowerCase(Locale.ROOT), chain);
    }
    return Map.copyOf(names);
  }

  private static Map<String, Chain> otherNames() {
    return Map.ofEntries(
        entry("xbt", Chain.BTC),
        entry("eth", Chain.EVM),
        entry("ethereum", Chain.EVM),
        entry("etc", Chain.EVM),
        entry("bsc", Chain.EVM),
        entry("bnb", Chain.EVM),
        entry("arb", Chain.EVM),
        entry("arbitrum", Chain.EVM),
        entry("base", Chain.EVM),
        entry("optimism", Chain.EVM),
        entry("polygon", Chain.EVM),
        entry("matic", Chain.EVM),
        entry("avalanche", Chain.EVM),
        entry("trx", Chain.TRON),
        entry("ripple", Chain.XRP),
        entry("xrpl", Chain.XRP),
        entry("bchabc", Chain.BCH),
        entry("bitcoin-cash", Chain.BCH));
  }
}
