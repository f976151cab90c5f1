package org.entente.stix.address;

/// That a secret stands at a place in a text. What it is, is not kept.
///
/// @param kind what kind of secret
/// @param start where it begins, in characters
/// @param end the place after its last character
public record Secret(Kind kind, int start, int end) {

  /// Secrets that move money.
  public enum Kind {
    WIF_PRIVATE_KEY("a private key (WIF)"),
    EXTENDED_PRIVATE_KEY("an extended private key (BIP-32)"),
    XRP_SEED("the seed of an XRP account"),
    SEED_PHRASE("a seed phrase (BIP-39)");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /// The kind with its article, for people.
    public String text() {
      return text;
    }
  }
}
