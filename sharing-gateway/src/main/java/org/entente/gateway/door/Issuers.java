package org.entente.gateway.door;

import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The partners' identity providers, as configured for {@code quarkus-oidc}: tenant = partner. */
@ApplicationScoped
class Issuers {

  private final TokenFault tokenFault;

  Issuers(OidcConfig config, @ConfigProperty(name = "entente.token-audience") String audience) {
    Set<String> known =
        config.namedTenants().values().stream().map(Issuers::of).collect(Collectors.toSet());
    this.tokenFault = new TokenFault(known, audience);
  }

  /** Explains refusals of these issuers' tokens. */
  TokenFault tokenFault() {
    return tokenFault;
  }

  private static String of(OidcTenantConfig tenant) {
    return tenant.token().issuer().or(tenant::authServerUrl).orElse("");
  }
}
