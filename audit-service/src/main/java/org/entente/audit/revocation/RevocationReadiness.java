package org.entente.audit.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.entente.revocation.RevocationLists;

/**
 * Says how each party's lists stand. Never down: a party whose lists are stale is refused by
 * itself, and the others are served.
 */
@Readiness
@ApplicationScoped
class RevocationReadiness implements HealthCheck {

  private final Revocations revocations;
  private final Clock clock;

  RevocationReadiness(Revocations revocations, Clock clock) {
    this.revocations = revocations;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("revocation").up();
    var now = clock.instant();
    revocations.followed().forEach((whose, each) -> response.withData(whose, standing(each, now)));
    revocations.unchecked().forEach(whose -> response.withData(whose, "not configured"));
    return response.build();
  }

  private static String standing(RevocationLists lists, Instant now) {
    return lists.standings().stream().allMatch(each -> each.counts(now))
        ? "fresh"
        : "a list is missing or stale: refused";
  }
}
