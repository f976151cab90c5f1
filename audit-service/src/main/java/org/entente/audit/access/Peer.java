package org.entente.audit.access;

import org.entente.audit.record.Actor;
import org.entente.revocation.ListName;

/**
 * Whom the connection's certificate names, once it has been validated to the authority for that.
 */
sealed interface Peer {

  /**
   * A service of the exchange.
   *
   * @param name last part of its URN, also the product name in its records
   */
  record Service(String name) implements Peer {
    static final String URN = "urn:entente:service:";

    String urn() {
      return URN + name;
    }
  }

  /** A partner's client. */
  record Client(String partner, String client) implements Peer {}

  /** TLS accepted it, but it names nobody, or somebody its authority may not speak for. */
  record Unknown() implements Peer {}

  /**
   * Its certificate, or an authority above it, is revoked: whoever uses it is not whom it names.
   *
   * @param party the partner it names, {@link Actor#UNKNOWN} of a service
   * @param list the list that says so
   */
  record Revoked(String party, ListName list) implements Peer {}

  /** Whether its certificate is revoked cannot be known now. */
  record Unconfirmed(Peer named) implements Peer {}

  /** As far as the certificate alone tells. */
  default Actor actor() {
    return switch (this) {
      case Service(var name) -> Actor.withoutToken(Actor.UNKNOWN, name);
      case Client(var partner, var client) -> Actor.withoutToken(partner, client);
      case Revoked(var party, _) -> Actor.withoutToken(party, Actor.UNKNOWN);
      case Unconfirmed(var named) -> named.actor();
      case Unknown() -> Actor.withoutToken(Actor.UNKNOWN, Actor.UNKNOWN);
    };
  }
}
