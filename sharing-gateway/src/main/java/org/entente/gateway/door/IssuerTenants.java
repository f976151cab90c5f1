package org.entente.gateway.door;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Picks the identity provider that must have signed a token, by the issuer the token states.
 * Quarkus' own resolver by issuer tries only once more to reach a provider that was away at start;
 * this one knows the issuers from the configuration, so each request tries again.
 */
@ApplicationScoped
class IssuerTenants implements TenantResolver {

  private final Issuers issuers;

  IssuerTenants(Issuers issuers) {
    this.issuers = issuers;
  }

  @Override
  public @Nullable String resolve(RoutingContext context) {
    return PresentedToken.of(context)
        .flatMap(token -> issuers.tenantOf(token.text("iss")))
        .orElse(null); // the default tenant, which is disabled
  }
}
