package org.entente.gateway.door;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.entente.gateway.door.Arrivals.Arrival;
import org.entente.gateway.limit.Limits;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;

/**
 * The door itself: runs before anything else for every request, whatever its path. A request passes
 * when its certificate is a partner's, its token is valid and bound to that certificate, and both
 * name the same registered client. A refusal is the failure of the returned Uni; {@link Failures}
 * records and answers it.
 */
@ApplicationScoped
class Door implements HttpSecurityPolicy {

  private final Arrivals arrivals;
  private final Clock clock;
  private final Limits limits;

  Door(Arrivals arrivals, Clock clock, Limits limits) {
    this.limits = limits;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext unused) {
    // Quarkus would answer a failed authentication itself, before anything is recorded.
    context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    Bearer.settle(context.request().headers());
    Arrival arrival = arrivals.note(context);
    Optional<Refused> early =
        limits
            .enter(context, arrival.attempt().actor())
            .or(() -> beforeTheToken(context.request(), arrival));
    if (early.isPresent()) {
      return Uni.createFrom().failure(early.get());
    }
    return identity
        .onFailure()
        .transform(cause -> explain(cause, arrival))
        .map(known -> {
          Caller caller = admitted(known, arrival);
          requireServed(arrival.attempt().http().method());
          caller.enter(context);
          arrivals.passed(context);
          Attempts.learn(context, a -> a.with(a.particulars().withLegalBasis(caller.legalBasis())));
          return new CheckResult(true, known);
        });
  }

  /** The framework would answer OPTIONS itself, with a 200 that nobody has recorded. */
  private static void requireServed(String method) {
    if (method.equals("OPTIONS")) {
      throw new Refused(Code.HTTP_METHOD, "This resource does not have that method.");
    }
  }

  private Caller admitted(SecurityIdentity identity, Arrival arrival) {
    var token =
        Admission.verifiedToken(identity, arrival.token()).orElseThrow(() -> explain(arrival));
    return Admission.admit(identity, token, arrival);
  }

  private Refused explain(Arrival arrival) {
    return fault(arrival).explain(arrival.token(), leaf(arrival), clock.instant());
  }

  private static TokenFault fault(Arrival arrival) {
    return new TokenFault(arrival.partners().issuers(), ProviderTenants.AUDIENCE);
  }

  private static String leaf(Arrival arrival) {
    return arrival.attempt().actor().tlsLeaf();
  }

  /** A failure that is not about the token says that its issuer's keys are out of reach. */
  private Refused explain(Throwable cause, Arrival arrival) {
    return cause instanceof AuthenticationException
        ? explain(arrival)
        : new Refused(
            Code.DEP_UNAVAILABLE, "The token's issuer cannot be reached; try again later.");
  }

  private Optional<Refused> beforeTheToken(HttpServerRequest request, Arrival arrival) {
    Optional<Refused> certificate = arrival.certificate().refusal();
    if (certificate.isPresent()) {
      return certificate;
    }
    if (!Bearer.sent(request.headers())) {
      return Optional.of(new Refused(Code.AUTH_NO_TOKEN, Bearer.missing(request.headers())));
    }
    return Abuse.in(arrival.attempt().http().method(), request.uri(), request.headers())
        .or(() -> ofAnother(arrival));
  }

  /**
   * Another partner's provider is not even asked: a token that names one of its keys that is not
   * known has its keys fetched anew, which is done only every few minutes, and not again when they
   * have changed.
   */
  private Optional<Refused> ofAnother(Arrival arrival) {
    String partner = arrival.certificate().client().orElseThrow().partner();
    return arrival
        .token()
        .filter(token -> isOfAnother(arrival.partners().partnerOf(token.text("iss")), partner))
        .map(token ->
            fault(arrival)
                .stated(token, leaf(arrival), clock.instant())
                .orElseGet(Admission::mismatch));
  }

  private static boolean isOfAnother(Optional<String> issuing, String partner) {
    return issuing.filter(known -> !known.equals(partner)).isPresent();
  }
}
