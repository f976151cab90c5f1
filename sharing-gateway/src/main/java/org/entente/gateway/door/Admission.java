package org.entente.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.entente.gateway.partner.ClientCertificate;
import org.entente.gateway.partner.ExchangeConfig.ClientConfig;
import org.entente.gateway.partner.Partners;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a valid certificate and a valid, bound token make one registered client. Quarkus
 * binds token to certificate but not to partner: an identity provider could bind a token of its own
 * to another partner's certificate, and only the comparison here refuses it.
 */
@ApplicationScoped
class Admission {

  /** Where quarkus-oidc says which tenant, that is which partner's provider, accepted the token. */
  private static final String TENANT = "tenant-id";

  private final Partners partners;

  Admission(Partners partners) {
    this.partners = partners;
  }

  Caller admit(SecurityIdentity identity, ClientCertificate certificate, String tlsLeaf) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      throw new Refused(Code.AUTH_TOKEN_INVALID, "The access token was not accepted.");
    }
    if (!certificate.partner().equals(identity.getAttribute(TENANT))) {
      throw new Refused(
          Code.PARTNER_MISMATCH, "Use your own identity provider's token on your own connection.");
    }
    String client = Optional.<String>ofNullable(token.getClaim("azp")).orElse("");
    ClientConfig registered =
        partners
            .client(certificate.partner(), client)
            .orElseThrow(() -> new Refused(Code.CLIENT_UNKNOWN, "Ask for it to be registered."));
    if (!certificate.client().equals(client)) {
      throw new Refused(
          Code.CLIENT_MISMATCH, "The certificate names another client than the access token.");
    }
    return new Caller(
        certificate.partner(),
        client,
        claim(token.getSubject()),
        claim(token.getIssuer()),
        claim(token.getTokenID()),
        tlsLeaf,
        scopes(token),
        registered.purpose());
  }

  private static Set<String> scopes(JsonWebToken token) {
    String scope = Optional.<String>ofNullable(token.getClaim("scope")).orElse("");
    return Arrays.stream(scope.strip().split(" +"))
        .filter(s -> !s.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String claim(@Nullable String value) {
    return value == null ? "" : value;
  }
}
