package org.entente.gateway.door;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.entente.gateway.partner.CurrentPartners;
import org.entente.gateway.partner.Partners;

/**
 * Picks the identity provider that must have signed a token, by the issuer the token states, of
 * those that are agreed on when the request comes. A provider that cannot be reached is asked again
 * with each request.
 */
@ApplicationScoped
class IssuerTenants implements TenantConfigResolver {

  private final CurrentPartners current;
  private final ProviderTenants tenants;

  IssuerTenants(CurrentPartners current, ProviderTenants tenants) {
    this.current = current;
    this.tenants = tenants;
  }

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext context, OidcRequestContext<OidcTenantConfig> unused) {
    Partners partners = current.of(context);
    return PresentedToken.of(context)
        .flatMap(token -> partners.partnerOf(token.text("iss")))
        .flatMap(partner -> tenants.of(partners, partner))
        .map(tenant -> Uni.createFrom().item(tenant))
        .orElseGet(() -> Uni.createFrom().nullItem()); // the default tenant, which is disabled
  }
}
