package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_VERSION;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Base58Check addresses of a version and the hash of a key or script: Bitcoin, its kin, and TRON.
final class HashForm {

  private static final int HASH = 20;

  /// Litecoin's present version for scripts; `3…` of the past says the same with Bitcoin's.
  private static final int LTC_SCRIPT = 0x32;

  private HashForm() {}

  static Address read(Chain chain, String text) {
    var payload = Base58Check.decode(Base58.BITCOIN, text);
    for (var version : Versions.of(payload)) {
      if (version.chain() == chain) {
        return address(version, payload, text);
      }
    }
    throw new AddressRejected(
        ADDRESS_VERSION,
        "its checksum is right, its version belongs to no form of " + chain.title());
  }

  /// What the text is on each chain that has its version, likeliest first.
  static List<Address> readAny(String text) {
    var payload = Base58Check.decode(Base58.BITCOIN, text);
    return Versions.of(payload).stream().map(version -> address(version, payload, text)).toList();
  }

  private static Address address(Versions version, byte[] payload, String text) {
    var chain = version.chain();
    var hash = Arrays.copyOfRange(payload, payload.length - HASH, payload.length);
    return switch (chain) {
      case BCH -> CashAddr.address(version.form(), hash);
      case LTC -> litecoin(version, hash, text);
      default ->
          Address.of(chain, version.form(), text, hints(version.form(), hash), Remarks.of(chain));
    };
  }

  private static Address litecoin(Versions version, byte[] hash, String text) {
    if (version.value() != 0x05) {
      return Address.of(Chain.LTC, version.form(), text, hints(version.form(), hash), Set.of());
    }
    var payload = new byte[HASH + 1];
    payload[0] = LTC_SCRIPT;
    System.arraycopy(hash, 0, payload, 1, HASH);
    return Address.of(
        Chain.LTC,
        Form.P2SH,
        Base58Check.encode(Base58.BITCOIN, payload),
        List.of(),
        Set.of(Remark.HISTORIC_FORM));
  }

  private static List<KeyHint> hints(Form form, byte[] hash) {
    return switch (form) {
      case P2PKH -> List.of(new KeyHint(KeyHint.Kind.HASH160, HexFormat.of().formatHex(hash)));
      case TRON_BASE58 ->
          List.of(new KeyHint(KeyHint.Kind.KECCAK20, HexFormat.of().formatHex(hash)));
      default -> List.of();
    };
  }
}
