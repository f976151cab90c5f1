package org.entente.gateway.door;

import static java.util.Objects.requireNonNull;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.SignatureAlgorithm;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreement.Party.IdentityProvider;
import org.entente.gateway.partner.Partners;
import org.jspecify.annotations.Nullable;

/**
 * How each partner's tokens are checked: a tenant of {@code quarkus-oidc} for each identity
 * provider. The rules are here and not in any configuration, because a forgotten one would let
 * stolen tokens in without a word. A tenant's name holds a digest of what was agreed on about it,
 * so that another agreement is another tenant with connections and keys of its own; what of the old
 * one is left is small, and seldom. Thread-safe.
 */
@ApplicationScoped
class ProviderTenants {

  /** The one audience of access tokens. */
  static final String AUDIENCE = "urn:entente:exchange";

  private final TlsConfigurationRegistry registry;
  private final Map<String, OidcTenantConfig> known = new ConcurrentHashMap<>();

  ProviderTenants(TlsConfigurationRegistry registry) {
    this.registry = registry;
  }

  /** The tenant of this partner's provider, if there is such a partner. */
  Optional<OidcTenantConfig> of(Partners partners, String partner) {
    return partners
        .providerOf(partner)
        .map(name -> known.computeIfAbsent(name, _ -> tenant(name, provider(partners, partner))));
  }

  /** Whether a tenant is that of this partner's provider. */
  static boolean isOf(Partners partners, String partner, @Nullable Object tenant) {
    return partners.providerOf(partner).filter(name -> name.equals(tenant)).isPresent();
  }

  private static IdentityProvider provider(Partners partners, String partner) {
    return requireNonNull(partners.agreement().parties().get(partner)).provider();
  }

  private OidcTenantConfig tenant(String name, IdentityProvider provider) {
    registry.register(name, new ProviderTls(name, provider));
    return OidcTenantConfig.authServerUrl(provider.url())
        .tenantId(name)
        .applicationType(ApplicationType.SERVICE)
        .tlsConfigurationName(name)
        .token()
        .issuer(provider.issuer())
        .audience(AUDIENCE)
        .signatureAlgorithm(SignatureAlgorithm.PS256)
        .allowJwtIntrospection(false)
        .allowOpaqueTokenIntrospection(false)
        .binding()
        .certificate()
        .end()
        .end()
        .build();
  }
}
