package org.entente.audit.access;

import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The partners' identity providers as configured: tenant = partner. Thread-safe. */
@Startup
@Singleton
final class Issuers {

  private final Map<String, String> partners;

  Issuers(OidcConfig config) {
    this.partners = partnersByIssuer(config.namedTenants());
  }

  /** The partner whose identity provider says of itself that it is this issuer. */
  Optional<String> partnerOf(String issuer) {
    return Optional.ofNullable(partners.get(issuer));
  }

  /**
   * Which partner an issuer speaks for.
   *
   * @throws IllegalStateException when that is nobody or two: the service must not start
   */
  static Map<String, String> partnersByIssuer(Map<String, ? extends OidcTenantConfig> tenants) {
    var found = new HashMap<String, String>();
    tenants.forEach((partner, tenant) -> {
      if (tenant.tenantEnabled() && !partner.endsWith(ConsoleTenants.SUFFIX)) {
        var other = found.put(issuer(partner, tenant), partner);
        if (other != null) {
          throw new IllegalStateException(other + " and " + partner + " have the same issuer");
        }
      }
    });
    return Map.copyOf(found);
  }

  private static String issuer(String partner, OidcTenantConfig tenant) {
    return tenant
        .token()
        .issuer()
        .or(tenant::authServerUrl)
        .orElseThrow(() ->
            new IllegalStateException("quarkus.oidc." + partner + ".auth-server-url is needed"));
  }
}
