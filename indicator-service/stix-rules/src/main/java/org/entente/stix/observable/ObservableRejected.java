package org.entente.stix.observable;

import org.entente.stix.address.AddressRejected;

/// A value that is none of what it is said to be. Neither code nor reason repeats the value: it
/// might be a secret.
///
/// Codes: `DOMAIN_INVALID`, `URL_INVALID`, `IP_INVALID`, `EMAIL_INVALID`, `MAC_INVALID`,
/// `HASH_INVALID`, `PACKAGE_INVALID`, `ACCOUNT_INVALID`, `VALUE_TOO_LONG`, `VALUE_UNRECOGNISED`,
/// and those of [AddressRejected.Code].
public final class ObservableRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  ObservableRejected(String code, String reason) {
    super(reason, null, false, false);
    this.code = code;
  }

  static ObservableRejected of(AddressRejected cause) {
    return new ObservableRejected(cause.code().name(), cause.reason());
  }

  /// The stable reason.
  public String code() {
    return code;
  }

  /// Whether the value is a private key or seed phrase: refuse it, store nothing, raise the alarm.
  public boolean secret() {
    return code.equals(AddressRejected.Code.ADDRESS_IS_SECRET.name());
  }

  /// Why, for people; without the value.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
