package org.entente.stix.address;

import java.util.ArrayList;
import java.util.List;
import org.entente.stix.address.Candidate.Certainty;

/// Reads addresses. Strict: a list that passes here can be trusted to name accounts that exist as
/// written. Thread-safe; about a microsecond each.
public final class Addresses {

  private Addresses() {}

  /// Reads an address of a declared chain. Nothing is trimmed or repaired.
  ///
  /// @throws AddressRejected when it is none of that chain's, saying what it looks like instead
  public static Address read(Chain chain, String text) {
    try {
      return decode(chain, text);
    } catch (AddressRejected e) {
      throw Diagnosis.of(chain, text, e);
    }
  }

  /// What a text of unknown chain may be, likeliest first; empty when it is no address we know.
  public static List<Candidate> recognise(String text) {
    if (text.length() < 14 || text.length() > 128) {
      return List.of();
    }
    try {
      return byShape(text);
    } catch (AddressRejected e) {
      return List.of();
    }
  }

  /// Lets a text of unknown chain pass that is no broken address of a known one and no secret.
  ///
  /// @throws AddressRejected when it is
  public static void requireUnknown(String text) {
    Diagnosis.undeclared(text);
  }

  static Address decode(Chain chain, String text) {
    return switch (chain) {
      case EVM -> Evm.read(text);
      case XRP, XRP_TESTNET, XRP_DEVNET -> Xrp.read(chain, text);
      case SOL, SOL_TESTNET, SOL_DEVNET -> Solana.read(chain, text);
      case XMR -> Monero.read(text);
      case TRON -> Tron.read(text);
      case BCH -> CashAddr.looksLike(text) ? CashAddr.read(text) : HashForm.read(chain, text);
      case BTC, LTC, BTG, BTC_TESTNET, LTC_TESTNET ->
          Segwit.speaksOf(chain, text) ? Segwit.read(text) : HashForm.read(chain, text);
      case DOGE, DASH, ZEC, BSV, XVG, DOGE_TESTNET -> HashForm.read(chain, text);
    };
  }

  private static List<Candidate> byShape(String text) {
    if (text.startsWith("0x") || text.startsWith("0X")) {
      return certain(Evm.read(text));
    }
    if (Segwit.anySpeaks(text)) {
      return certain(Segwit.read(text));
    }
    if (text.length() == 95 || text.length() == 106) {
      return certain(Monero.read(text));
    }
    if (CashAddr.looksLike(text) && !Bech32.mixed(text)) {
      return certain(CashAddr.read(text));
    }
    if (Tron.looksLikeHex(text)) {
      return List.of(new Candidate(Tron.read(text), Certainty.WEAK));
    }
    return Xrp.looksLike(text) ? ledger(text) : base58(text);
  }

  private static List<Candidate> ledger(String text) {
    return certain(Xrp.read(text.startsWith("T") ? Chain.XRP_TESTNET : Chain.XRP, text));
  }

  private static List<Candidate> base58(String text) {
    if (text.length() > 36) {
      return List.of(new Candidate(Solana.read(Chain.SOL, text), Certainty.WEAK));
    }
    var found = HashForm.readAny(text);
    var certainty = found.size() == 1 ? Certainty.CERTAIN : Certainty.AMBIGUOUS;
    var candidates = new ArrayList<Candidate>(found.size());
    for (var address : found) {
      candidates.add(new Candidate(address, certainty));
    }
    return candidates;
  }

  private static List<Candidate> certain(Address address) {
    return List.of(new Candidate(address, Certainty.CERTAIN));
  }
}
