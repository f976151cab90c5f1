package org.entente.indicator.audit;

import java.util.Locale;

/// What a record may say beyond OCSF, in the order in which it is written. Values are text or whole
/// numbers.
public enum Fact {
  PURPOSE,
  /// On what ground the party may ask or send: of the collection, else the client's, else the
  /// exchange's.
  LEGAL_BASIS,
  /// The strictest marking among what is named here; never of what is withheld.
  TLP,
  COLLECTION,
  SUBMISSION,
  MANIFEST_SHA256,
  BODY_SHA256,
  BODY_SIZE,
  SIGNER,
  PART,
  PARTS,
  ACCEPTED,
  REJECTED,
  WARNED,
  RECIPIENT_PARTY,
  QUERY,
  /// Values asked about in a look-up.
  VALUES,
  /// Keys they were taken for.
  KEYS,
  /// Private keys and seed phrases among what was sent: an alarm.
  SECRETS,
  /// The client's own number of the request; all records about one request have the same. Disclosed
  /// to its own party's auditors only.
  CLIENT_SEQ,
  CLIENT_SEQ_SHA256,
  /// The lists of revoked certificates that were looked at, separated by blanks.
  REVOCATION_LISTS;

  /// Member name in `exchange`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
