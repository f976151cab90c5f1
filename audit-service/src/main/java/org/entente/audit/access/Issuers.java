package org.entente.audit.access;

import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The partners' identity providers as configured: tenant = partner. Thread-safe. */
@Singleton
final class Issuers {

  private final Map<String, String> partners;

  Issuers(OidcConfig config) {
    var found = new HashMap<String, String>();
    config.namedTenants().forEach((partner, tenant) -> found.put(issuer(tenant), partner));
    this.partners = Map.copyOf(found);
  }

  /** The partner whose identity provider says of itself that it is this issuer. */
  Optional<String> partnerOf(String issuer) {
    return Optional.ofNullable(partners.get(issuer));
  }

  private static String issuer(OidcTenantConfig tenant) {
    return tenant.token().issuer().or(tenant::authServerUrl).orElse("");
  }
}
