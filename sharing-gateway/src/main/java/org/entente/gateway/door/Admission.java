package org.entente.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.entente.gateway.door.Arrivals.Arrival;
import org.entente.gateway.partner.Client;
import org.entente.gateway.partner.ClientCertificate;
import org.entente.gateway.partner.Partners;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;

/**
 * Decides whether a valid certificate and a valid, bound token make one registered client. Quarkus
 * binds token to certificate but not to partner: an identity provider could bind a token of its own
 * to another partner's certificate, and only the comparison here refuses it.
 */
final class Admission {

  /** Where quarkus-oidc says which tenant, that is which partner's provider, accepted the token. */
  private static final String TENANT = "tenant-id";

  /**
   * The token behind an identity, which is the one presented or none; empty for nobody, and for one
   * made of a certificate alone.
   */
  static Optional<TokenText> verifiedToken(
      SecurityIdentity identity, Optional<TokenText> presented) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? presented.filter(text -> text.isOf(token.getRawToken()))
        : Optional.empty();
  }

  /** The caller, or the refusal; {@code token} has been verified by the identity's tenant. */
  static Caller admit(SecurityIdentity identity, TokenText token, Arrival arrival) {
    String tlsLeaf = arrival.attempt().actor().tlsLeaf();
    ClientCertificate certificate = arrival.certificate().client().orElseThrow();
    if (!token.boundTo().equals(tlsLeaf)) {
      // Quarkus has checked it already; a stolen token is worth looking for twice.
      throw new Refused(Code.AUTH_BINDING, "The access token is bound to another certificate.");
    }
    Partners partners = arrival.partners();
    if (!ProviderTenants.isOf(partners, certificate.partner(), identity.getAttribute(TENANT))) {
      throw mismatch();
    }
    String client = token.text("azp");
    Client registered =
        partners
            .client(certificate.partner(), client)
            .orElseThrow(() -> new Refused(Code.CLIENT_UNKNOWN, "Ask for it to be registered."));
    if (!certificate.client().equals(client)) {
      throw new Refused(
          Code.CLIENT_MISMATCH, "The certificate names another client than the access token.");
    }
    return caller(certificate.partner(), token, tlsLeaf, registered);
  }

  /** The refusal of another partner's token. */
  static Refused mismatch() {
    return new Refused(
        Code.PARTNER_MISMATCH, "Use your own identity provider's token on your own connection.");
  }

  private static Caller caller(String partner, TokenText token, String tlsLeaf, Client registered) {
    return new Caller(
        partner,
        token.text("azp"),
        token.text("sub"),
        token.text("iss"),
        token.text("jti"),
        tlsLeaf,
        scopes(token),
        registered.purpose(),
        registered.legalBasis(),
        registered.seat(),
        registered.counts());
  }

  private static Set<String> scopes(TokenText token) {
    return Arrays.stream(token.text("scope").strip().split(" +"))
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toSet());
  }

  private Admission() {}
}
