package org.entente.stix.address;

import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CASE_LOST;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_CHARACTER;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_IS_HASH;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_IS_SECRET;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_PREFIX;
import static org.entente.stix.address.AddressRejected.Code.ADDRESS_WRONG_CHAIN;

import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says of a refused text what it looks like instead, so that its producer can mend it.
final class Diagnosis {

  private Diagnosis() {}

  static AddressRejected of(Chain chain, String text, AddressRejected cause) {
    requireNoSecret(text);
    if (isHash(text)) {
      return new AddressRejected(ADDRESS_IS_HASH, hash(chain));
    }
    var others = Addresses.recognise(text);
    if (!others.isEmpty()) {
      var forms =
          others.stream()
              .map(other -> other.address().chain().title() + " form")
              .collect(Collectors.joining(" or "));
      return new AddressRejected(
          ADDRESS_WRONG_CHAIN, "it is no address of " + chain.title() + ", but has " + forms);
    }
    return otherwise(chain, text, cause);
  }

  /// Refuses what shows by its beginning which chain it is of, yet is wrong there.
  static void undeclared(String text) {
    requireNoSecret(text);
    if (text.length() == 42 && text.regionMatches(true, 0, "0x", 0, 2)) {
      Evm.read(text);
    }
    if (Segwit.anySpeaks(text)) {
      Segwit.read(text);
    }
    if (!foreignBech32(text) && caseLost(Chain.BTC, text)) {
      throw caseLost();
    }
  }

  private static void requireNoSecret(String text) {
    var secrets = Secrets.find(text);
    if (!secrets.isEmpty()) {
      var kind = secrets.getFirst().kind().text();
      throw new AddressRejected(
          ADDRESS_IS_SECRET, "it is " + kind + ": treat it as stolen, and do not send it again");
    }
  }

  private static AddressRejected otherwise(Chain chain, String text, AddressRejected cause) {
    if (text.startsWith("sp1")) {
      return new AddressRejected(
          ADDRESS_PREFIX,
          "a silent-payment string (BIP-352) is no address: it never is on the chain");
    }
    if (foreignBech32(text)) {
      return new AddressRejected(
          ADDRESS_PREFIX, "it is right bech32, but of a form that is not known here");
    }
    if (caseLost(chain, text)) {
      return caseLost();
    }
    if (!text.chars().allMatch(c -> c < 128)) {
      return new AddressRejected(
          ADDRESS_CHARACTER, "it has a character outside ASCII that may look like one inside");
    }
    return cause;
  }

  private static AddressRejected caseLost() {
    return new AddressRejected(
        ADDRESS_CASE_LOST,
        "case lost: it was put into one case on its way and cannot be restored, ask the producer");
  }

  private static boolean isHash(String text) {
    int from = text.startsWith("0x") ? 2 : 0;
    return text.length() - from == 64 && text.chars().skip(from).allMatch(HexFormat::isHexDigit);
  }

  private static String hash(Chain chain) {
    return chain == Chain.XMR
        ? "64 hexadecimal digits are no Monero address: a transaction hash or an old payment id?"
        : "64 hexadecimal digits are no address: a transaction or block hash?";
  }

  private static boolean foreignBech32(String text) {
    try {
      return !Segwit.prefixes().contains(Bech32.decode(text).prefix());
    } catch (AddressRejected e) {
      return false;
    }
  }

  /// Base58 of an address's length in which one case is missing altogether does not happen by
  /// chance, but is what a database that ignores case leaves behind.
  private static boolean caseLost(Chain chain, String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    boolean oneCase = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT));
    return oneCase
        && base58Length(chain, text.length())
        && !Segwit.speaksOf(chain, text)
        && !(chain == Chain.BCH && CashAddr.looksLike(text))
        && lower.chars().allMatch(c -> (c >= '1' && c <= '9') || (c >= 'a' && c <= 'z'))
        && !lower.chars().allMatch(HexFormat::isHexDigit);
  }

  private static boolean base58Length(Chain chain, int length) {
    return switch (chain) {
      case EVM -> false;
      case XMR -> length == 95 || length == 106;
      case SOL, SOL_TESTNET, SOL_DEVNET -> length >= 32 && length <= 44;
      case XRP, XRP_TESTNET, XRP_DEVNET -> (length >= 25 && length <= 35) || length == 47;
      default -> length >= 26 && length <= 36;
    };
  }
}
