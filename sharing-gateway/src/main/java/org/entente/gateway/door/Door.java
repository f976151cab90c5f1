package org.entente.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.gateway.partner.ClientCertificate;
import org.entente.gateway.partner.TlsTrust;
import org.entente.gateway.record.Actor;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;

/**
 * The door itself: runs before anything else for every path, known or not. A request passes when
 * its certificate is a partner's, its token is valid and bound to that certificate, and both name
 * the same registered client. A refusal is thrown as the failure of the returned Uni; {@link
 * Failures} records and answers it.
 */
@ApplicationScoped
class Door implements HttpSecurityPolicy {

  private static final Pattern BEARER = Pattern.compile("(?i)bearer +([^ ]+)");

  private final TlsTrust tls;
  private final Admission admission;
  private final Attempts attempts;
  private final TokenFault tokenFault;
  private final Clock clock;

  Door(TlsTrust tls, Admission admission, Attempts attempts, Issuers issuers, Clock clock) {
    this.tls = tls;
    this.admission = admission;
    this.attempts = attempts;
    this.tokenFault = issuers.tokenFault();
    this.clock = clock;
  }

  @Override
  public String name() {
    return "door";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext unused) {
    // Quarkus would answer a failed authentication itself, before anything is recorded.
    context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    PeerCertificate peer = PeerCertificate.of(context.request());
    String leaf = peer.leaf().base64Url();
    attempts.begin(context, leaf);
    Optional<TokenText> token = bearer(context).flatMap(TokenText::of);
    Optional<ClientCertificate> client = tls.clientOf(peer.leaf(), peer.chain());
    Attempts.learn(context, attempt -> named(attempt, leaf, client, token));
    if (client.isEmpty()) {
      return refuse(Code.CERTIFICATE_UNKNOWN, "No partner's CA issued this certificate.");
    }
    Optional<String> abuse = Abuse.in(Attempts.of(context).http().path());
    if (abuse.isPresent()) {
      return refuse(Code.HTTP_ABUSE, abuse.get());
    }
    if (context.request().headers().getAll("Authorization").isEmpty()) {
      return refuse(Code.AUTH_NO_TOKEN, "Send an access token: Authorization: Bearer <token>.");
    }
    return identity
        .onFailure()
        .transform(_ -> tokenFault.explain(token, leaf, clock.instant()))
        .map(known -> {
          if (known.isAnonymous()) {
            throw tokenFault.explain(token, leaf, clock.instant());
          }
          admission.admit(known, client.get(), leaf).enter(context);
          return new CheckResult(true, known);
        });
  }

  private static Optional<String> bearer(RoutingContext context) {
    List<String> all = context.request().headers().getAll("Authorization");
    var match = BEARER.matcher(all.size() == 1 ? all.getFirst() : "");
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }

  private static Attempt named(
      Attempt attempt, String leaf, Optional<ClientCertificate> client, Optional<TokenText> token) {
    return attempt.by(
        new Actor(
            client.map(ClientCertificate::partner).orElse(Actor.UNKNOWN),
            client.map(ClientCertificate::client).orElse(Actor.UNKNOWN),
            leaf,
            token.map(text -> new Actor.Token(text.text("jti"), text.text("iss")))));
  }

  private static Uni<CheckResult> refuse(Code code, String detail) {
    return Uni.createFrom().failure(new Refused(code, detail));
  }
}
