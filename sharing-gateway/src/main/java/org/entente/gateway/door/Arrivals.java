package org.entente.gateway.door;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.entente.gateway.door.Certificates.Recognised;
import org.entente.gateway.partner.ClientCertificate;
import org.entente.gateway.partner.CurrentPartners;
import org.entente.gateway.partner.Partners;
import org.entente.gateway.record.Actor;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.watch.Requests;
import org.entente.gateway.watch.Traces;

/** Notes who and what has arrived, before anything is judged: a refusal's record needs it. */
@ApplicationScoped
class Arrivals {

  private final CurrentPartners current;
  private final Certificates certificates;
  private final Attempts attempts;
  private final Requests requests;

  Arrivals(
      CurrentPartners current, Certificates certificates, Attempts attempts, Requests requests) {
    this.current = current;
    this.certificates = certificates;
    this.attempts = attempts;
    this.requests = requests;
  }

  /**
   * A request that has just arrived.
   *
   * @param partners those of this request
   * @param attempt what it attempts, with its actor as far as the certificate says
   * @param certificate whose it is, and whether it counts
   * @param token what the bearer token says of itself, empty when there is no readable one
   */
  record Arrival(
      Partners partners, Attempt attempt, Recognised certificate, Optional<TokenText> token) {}

  Arrival note(RoutingContext context) {
    PeerCertificate peer = PeerCertificate.of(context.request());
    String leaf = peer.leaf().base64Url();
    Optional<TokenText> token = PresentedToken.of(context);
    Partners partners = current.of(context);
    Recognised certificate = certificates.recognise(partners.tls(), peer);
    requests.begin(context, attempts.begin(context, leaf).operation().publicName());
    Attempt attempt =
        Attempts.learn(
            context,
            known ->
                known
                    .by(actor(partners, leaf, certificate, token))
                    .with(known.particulars().withRevocationLists(certificate.lists())));
    Traces.by(attempt.actor().partner());
    return new Arrival(partners, attempt, certificate, token);
  }

  /** Whoever arrived has passed the door. */
  void passed(RoutingContext context) {
    requests.admitted(context);
  }

  /** Whoever comes with a revoked certificate is not taken for the client it names. */
  private static Actor actor(
      Partners partners, String leaf, Recognised certificate, Optional<TokenText> token) {
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
