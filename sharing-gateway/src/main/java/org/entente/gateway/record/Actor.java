package org.entente.gateway.record;

import java.util.Optional;

/**
 * Who stands behind a request, as far as it was established.
 *
 * @param partner of the TLS certificate, {@link #UNKNOWN} when it is no partner's
 * @param client of the TLS certificate, {@link #UNKNOWN} when it names none
 * @param unit agency, or agency and role, of a registered client of that name
 * @param tlsLeaf base64url SHA-256 of the certificate's DER
 * @param token the token's id and issuer as it states them, empty when it cannot be read
 */
public record Actor(
    String partner, String client, Optional<String> unit, String tlsLeaf, Optional<Token> token) {

  /** Stands for whatever was not established. */
  public static final String UNKNOWN = "-";

  /** The name of a token; never the token itself. */
  public record Token(String id, String issuer) {}

  /** Whoever is behind this certificate, before anything about it was established. */
  static Actor behind(String tlsLeaf) {
    return new Actor(UNKNOWN, UNKNOWN, Optional.empty(), tlsLeaf, Optional.empty());
  }
}
