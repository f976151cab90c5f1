package org.entente.audit.access;

import io.quarkus.oidc.OidcTenantConfig;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The parties whose people can log in here, each at its own identity provider: the certificate says
 * which, before anything else is looked at. Thread-safe.
 */
@Singleton
final class ConsoleTenants {

  private static final String PATH = "/console";

  private final ProviderTenants tenants;

  ConsoleTenants(ProviderTenants tenants) {
    this.tenants = tenants;
  }

  /** Whether a path is one for browsers. */
  static boolean covers(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  /** The tenant of the party whose certificate is used; empty when its people cannot log in. */
  Optional<OidcTenantConfig> of(Peer peer) {
    return peer instanceof Peer.Client client
        ? tenants.ofPeople(client.partner())
        : Optional.empty();
  }
}
