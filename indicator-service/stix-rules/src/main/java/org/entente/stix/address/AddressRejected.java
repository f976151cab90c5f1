package org.entente.stix.address;

/// A text that is no address of the chain it was declared for. Neither code nor message repeats the
/// text: it might be a secret.
public final class AddressRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;

  /// Why, in a form that stays the same over releases.
  public enum Code {
    /// A character the form does not know.
    ADDRESS_CHARACTER,
    ADDRESS_LENGTH,
    /// The beginning names no form of this chain.
    ADDRESS_PREFIX,
    /// The version inside names no form of this chain.
    ADDRESS_VERSION,
    ADDRESS_CHECKSUM,
    /// Bech32 where bech32m is due, or the other way round.
    ADDRESS_BECH32_VARIANT,
    ADDRESS_MIXED_CASE,
    ADDRESS_PADDING,
    /// The whole text was put into one case on its way; it cannot be restored.
    ADDRESS_CASE_LOST,
    /// A right address, of another chain.
    ADDRESS_WRONG_CHAIN,
    /// A transaction hash, block hash or payment id.
    ADDRESS_IS_HASH,
    ADDRESS_TAG,
    /// A private key or seed phrase: whoever reads it owns the money.
    ADDRESS_IS_SECRET
  }

  AddressRejected(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /// The stable reason.
  public Code code() {
    return code;
  }

  /// Why, and what the text looks like instead; without the text.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
