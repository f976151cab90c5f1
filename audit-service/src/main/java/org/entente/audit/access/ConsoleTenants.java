package org.entente.audit.access;

import io.quarkus.oidc.runtime.OidcConfig;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * The parties whose people can log in here, each at its own identity provider: the certificate says
 * which, before anything else is looked at. Thread-safe.
 */
@Singleton
final class ConsoleTenants {

  /** Tenants of this name log people in; those without it check programs' tokens. */
  static final String SUFFIX = "-console";

  private static final String PATH = "/console";

  private final Set<String> tenants;

  ConsoleTenants(OidcConfig config) {
    this.tenants = Set.copyOf(config.namedTenants().keySet());
  }

  /** Whether a path is one for browsers. */
  static boolean covers(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  /** The tenant of the party whose certificate is used; empty when its people cannot log in. */
  Optional<String> of(Peer peer) {
    return peer instanceof Peer.Client client && tenants.contains(client.partner() + SUFFIX)
        ? Optional.of(client.partner() + SUFFIX)
        : Optional.empty();
  }
}
