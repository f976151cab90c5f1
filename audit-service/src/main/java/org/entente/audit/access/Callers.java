package org.entente.audit.access;

import jakarta.inject.Singleton;
import java.util.Set;

/** The services that may append, by certificate of the exchange's own authority. */
@Singleton
final class Callers {

  private final Set<String> allowed;

  Callers(AccessConfig config) {
    this.allowed = Set.copyOf(config.callers());
  }

  /**
   * The calling service's name.
   *
   * @throws CallerUnknown when it is no service, or none that may call here
   */
  String require(Peer peer) {
    if (peer instanceof Peer.Service service && allowed.contains(service.urn())) {
      return service.name();
    }
    throw new CallerUnknown(peer, "not the certificate of a service that may call this");
  }
}
