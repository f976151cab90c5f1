package org.entente.gateway.door;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.entente.gateway.door.Certificates.Recognised;
import org.entente.gateway.partner.ClientCertificate;
import org.entente.gateway.partner.Partners;
import org.entente.gateway.record.Actor;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.watch.Requests;

/** Notes who and what has arrived, before anything is judged: a refusal's record needs it. */
@ApplicationScoped
class Arrivals {

  private final Certificates certificates;
  private final Partners partners;
  private final Attempts attempts;
  private final Requests requests;

  Arrivals(Certificates certificates, Partners partners, Attempts attempts, Requests requests) {
    this.certificates = certificates;
    this.partners = partners;
    this.attempts = attempts;
    this.requests = requests;
  }

  /**
   * A request that has just arrived.
   *
   * @param attempt what it attempts, with its actor as far as the certificate says
   * @param certificate whose it is, and whether it counts
   * @param token what the bearer token says of itself, empty when there is no readable one
   */
  record Arrival(Attempt attempt, Recognised certificate, Optional<TokenText> token) {}

  Arrival note(RoutingContext context) {
    PeerCertificate peer = PeerCertificate.of(context.request());
    String leaf = peer.leaf().base64Url();
    Optional<TokenText> token = PresentedToken.of(context);
    Recognised certificate = certificates.recognise(peer);
    requests.begin(context, attempts.begin(context, leaf).operation().publicName());
    Attempt attempt =
        Attempts.learn(
            context,
            known ->
                known
                    .by(actor(leaf, certificate, token))
                    .with(known.particulars().withRevocationLists(certificate.lists())));
    return new Arrival(attempt, certificate, token);
  }

  /** Whoever arrived has passed the door. */
  void passed(RoutingContext context) {
    requests.admitted(context);
  }

  /** Whoever comes with a revoked certificate is not taken for the client it names. */
  private Actor actor(String leaf, Recognised certificate, Optional<TokenText> token) {
    Optional<ClientCertificate> client = certificate.client().filter(_ -> !certificate.revoked());
    return new Actor(
        certificate.client().map(ClientCertificate::partner).orElse(Actor.UNKNOWN),
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
