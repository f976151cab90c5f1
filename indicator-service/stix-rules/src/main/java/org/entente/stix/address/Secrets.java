package org.entente.stix.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds private keys and seed phrases in texts, by their checksums, so that next to nothing else
/// is taken for one. Give it decoded text, not JSON source.
///
/// What it cannot find: a private key in hexadecimal looks like a transaction hash, one of Solana
/// in Base58 like a signature; seed phrases of other word lists.
public final class Secrets {

  /// Enough to refuse a submission by.
  private static final int MOST = 32;

  private static final int SHORTEST_KEY = 29;
  private static final int LONGEST_KEY = 112;

  private Secrets() {}

  /// Where secrets stand, in order, at most 32 of them. Linear in the text's length.
  public static List<Secret> find(CharSequence text) {
    var found = new ArrayList<Secret>();
    int at = 0;
    while (at < text.length() && found.size() < MOST) {
      at = letterOrDigit(text.charAt(at)) ? token(text, at, found) : at + 1;
    }
    return List.copyOf(found);
  }

  /// Looks at the word that begins here, and returns where to go on.
  private static int token(CharSequence text, int start, List<Secret> found) {
    int end = tokenEnd(text, start);
    int length = end - start;
    if (length >= SHORTEST_KEY && length <= LONGEST_KEY) {
      key(text, start, end).ifPresent(kind -> found.add(new Secret(kind, start, end)));
    }
    int phrase = SeedPhrase.endOf(text, start);
    if (phrase > start) {
      found.add(new Secret(Secret.Kind.SEED_PHRASE, start, phrase));
      return phrase;
    }
    return end;
  }

  private static int tokenEnd(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && letterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static Optional<Secret.Kind> key(CharSequence text, int start, int end) {
    try {
      var token = text.subSequence(start, end).toString();
      return switch (token.length()) {
        case 51, 52 -> wif(Base58Check.decode(Base58.BITCOIN, token));
        case 111, 112 -> extended(Base58Check.decode(Base58.BITCOIN, token));
        case 29, 31 -> seed(token);
        default -> Optional.empty();
      };
    } catch (AddressRejected e) {
      return Optional.empty();
    }
  }

  /// A version of 0x80 or above, the key, and a one when its public key is to be compressed.
  private static Optional<Secret.Kind> wif(byte[] payload) {
    boolean plain = payload.length == 33;
    boolean compressed = payload.length == 34 && payload[33] == 1;
    return payload[0] < 0 && (plain || compressed)
        ? Optional.of(Secret.Kind.WIF_PRIVATE_KEY)
        : Optional.empty();
  }

  /// 78 bytes of which the 46th is zero before a private key and 2 or 3 in a public one, whatever
  /// the chain's four bytes of version say.
  private static Optional<Secret.Kind> extended(byte[] payload) {
    return payload.length == 78 && payload[45] == 0
        ? Optional.of(Secret.Kind.EXTENDED_PRIVATE_KEY)
        : Optional.empty();
  }

  private static Optional<Secret.Kind> seed(String token) {
    if (token.charAt(0) != 's') {
      return Optional.empty();
    }
    var payload = Base58Check.decode(Base58.RIPPLE, token);
    boolean secp256k1 = payload.length == 17 && payload[0] == 0x21;
    boolean ed25519 = payload.length == 19 && payload[0] == 0x01 && payload[1] == (byte) 0xE1;
    return secp256k1 || ed25519 ? Optional.of(Secret.Kind.XRP_SEED) : Optional.empty();
  }

  private static boolean letterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
