package org.entente.indicator.audit;

import java.util.Locale;

/// The texts known of an actor, named as in the `Entente-Caller` header.
public enum Trait {
  CLIENT(128),
  AGENCY(32),
  ROLE(32),
  SUBJECT(256),
  ISSUER(512),
  TOKEN(256),
  TLS_LEAF(64),
  IP(64),
  PURPOSE(120),
  /// On what ground the client asks or sends.
  LEGAL_BASIS(200),
  METHOD(16),
  PATH(1024),
  /// The client's own number of the request, if it gives one, and the digest of what it signed.
  CLIENT_SEQ(16),
  CLIENT_SEQ_SHA256(43),
  /// What the access token allows, separated by blanks; not recorded.
  SCOPES(512);

  private final int longest;

  Trait(int longest) {
    this.longest = longest;
  }

  /// Member name in the header.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Most characters of it in a record.
  int longest() {
    return longest;
  }
}
