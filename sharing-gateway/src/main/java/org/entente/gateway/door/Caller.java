package org.entente.gateway.door;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.entente.gateway.partner.Seat;

/**
 * Who stands at the door, once certificate and token have been found to belong to one registered
 * client.
 *
 * @param partner of the certificate and of the token's issuer
 * @param client the OIDC client id, which the certificate names too
 * @param subject the token's {@code sub}
 * @param issuer the token's {@code iss}
 * @param token the token's {@code jti}
 * @param tlsLeaf base64url SHA-256 of the TLS certificate
 * @param scopes what the token allows
 * @param purpose the one registered for this client
 * @param legalBasis on what ground it asks and sends, as registered
 * @param seat where in its partner the client is registered
 * @param counts whether it must number its requests
 */
public record Caller(
    String partner,
    String client,
    String subject,
    String issuer,
    String token,
    String tlsLeaf,
    Set<String> scopes,
    Optional<String> purpose,
    Optional<String> legalBasis,
    Seat seat,
    boolean counts) {

  private static final String KEY = Caller.class.getName();

  /** Copies the set. */
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** The caller of a request that has passed the door. */
  public static Caller of(RoutingContext context) {
    Caller caller = context.get(KEY);
    if (caller == null) {
      throw new IllegalStateException("no request reaches a resource without a caller");
    }
    return caller;
  }

  void enter(RoutingContext context) {
    context.put(KEY, this);
  }
}
