package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_BECH32_VARIANT;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_LENGTH;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_PREFIX;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_VERSION;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Addresses of witness programs (BIP-141, BIP-173, BIP-350).
final class Segwit {

  private static final Map<String, Chain> CHAINS =
      Map.of(
          "bc", Chain.BTC,
          "tb", Chain.BTC_TESTNET,
          "ltc", Chain.LTC,
          "tltc", Chain.LTC_TESTNET,
          "btg", Chain.BTG);

  private Segwit() {}

  /// The chain whose prefix a text begins with, in either case.
  static boolean speaksOf(Chain chain, String text) {
    return chain == chainOf(text);
  }

  static boolean anySpeaks(String text) {
    return chainOf(text) != null;
  }

  private static @Nullable Chain chainOf(String text) {
    int separator = text.indexOf('1');
    return separator > 1 && separator <= 4
        ? CHAINS.get(text.substring(0, separator).toLowerCase(Locale.ROOT))
        : null;
  }

  static Address read(String text) {
    var decoded = Bech32.decode(text);
    var chain = CHAINS.get(decoded.prefix());
    if (chain == null) {
      throw new AddressRejected(ADDRESS_PREFIX, "its bech32 prefix belongs to no chain known here");
    }
    if (decoded.groups().count() == 0 || decoded.groups().first() > 16) {
      throw new AddressRejected(ADDRESS_VERSION, "it names no witness version from 0 to 16");
    }
    int version = decoded.groups().first();
    requireVariant(version, decoded.modern());
    var program = decoded.groups().afterFirst().bytes();
    requireLength(version, program.length);
    return address(chain, version, program, text.toLowerCase(Locale.ROOT));
  }

  private static Address address(Chain chain, int version, byte[] program, String lower) {
    var form = form(version, program.length);
    var hints =
        form == Form.P2WPKH
            ? List.of(new KeyHint(KeyHint.Kind.HASH160, HexFormat.of().formatHex(program)))
            : List.<KeyHint>of();
    if (form == Form.WITNESS_UNKNOWN) {
      return Address.of(chain, form, lower, hints, Remarks.of(chain, Remark.UNUSUAL_WITNESS));
    }
    return Address.of(chain, form, lower, hints, Remarks.of(chain));
  }

  private static void requireVariant(int version, boolean modern) {
    if (version == 0 && modern) {
      throw new AddressRejected(
          ADDRESS_BECH32_VARIANT, "witness version 0 is written in bech32, this is bech32m");
    }
    if (version > 0 && !modern) {
      throw new AddressRejected(
          ADDRESS_BECH32_VARIANT,
          "witness version "
              + version
              + " is written in bech32m since BIP-350, this is the old bech32: ask the producer");
    }
  }

  private static void requireLength(int version, int length) {
    if (length < 2 || length > 40 || (version == 0 && length != 20 && length != 32)) {
      throw new AddressRejected(ADDRESS_LENGTH, "its witness program is of an impossible length");
    }
  }

  private static Form form(int version, int length) {
    return switch (version) {
      case 0 -> length == 20 ? Form.P2WPKH : Form.P2WSH;
      case 1 -> length == 32 ? Form.P2TR : Form.WITNESS_UNKNOWN;
      default -> Form.WITNESS_UNKNOWN;
    };
  }

  static Set<String> prefixes() {
    return CHAINS.keySet();
  }
}
