package org.entente.gateway.door;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.entente.gateway.partner.ClientCertificate;
import org.entente.gateway.partner.Partners;
import org.entente.gateway.partner.TlsTrust;
import org.entente.gateway.record.Actor;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.watch.Requests;

/** Notes who and what has arrived, before anything is judged: a refusal's record needs it. */
@ApplicationScoped
class Arrivals {

  private final TlsTrust tls;
  private final Partners partners;
  private final Attempts attempts;
  private final Requests requests;

  Arrivals(TlsTrust tls, Partners partners, Attempts attempts, Requests requests) {
    this.tls = tls;
    this.partners = partners;
    this.attempts = attempts;
    this.requests = requests;
  }

  /**
   * A request that has just arrived.
   *
   * @param attempt what it attempts, with its actor as far as the certificate says
   * @param client the partner's client the certificate was issued to, empty when it is nobody's
   * @param token what the bearer token says of itself, empty when there is no readable one
   */
  record Arrival(Attempt attempt, Optional<ClientCertificate> client, Optional<TokenText> token) {}

  Arrival note(RoutingContext context) {
    PeerCertificate peer = PeerCertificate.of(context.request());
    String leaf = peer.leaf().base64Url();
    Optional<TokenText> token = PresentedToken.of(context);
    Optional<ClientCertificate> client = tls.clientOf(peer.leaf(), peer.chain());
    requests.begin(context, attempts.begin(context, leaf).operation().publicName());
    Attempt attempt = Attempts.learn(context, known -> known.by(actor(leaf, client, token)));
    return new Arrival(attempt, client, token);
  }

  /** Whoever arrived has passed the door. */
  void passed(RoutingContext context) {
    requests.admitted(context);
  }

  private Actor actor(String leaf, Optional<ClientCertificate> client, Optional<TokenText> token) {
    return new Actor(
        client.map(ClientCertificate::partner).orElse(Actor.UNKNOWN),
        client.map(ClientCertificate::client).orElse(Actor.UNKNOWN),
        client
            .flatMap(known -> partners.client(known.partner(), known.client()))
            .flatMap(registered -> registered.seat().unit()),
        leaf,
        token
            .filter(text -> !text.text("jti").isBlank() && !text.text("iss").isBlank())
            .map(text -> new Actor.Token(text.text("jti"), text.text("iss"))));
  }
}
