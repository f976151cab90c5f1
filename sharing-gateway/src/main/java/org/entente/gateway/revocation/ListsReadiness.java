package org.entente.gateway.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.entente.revocation.RevocationLists;

/**
 * Says how each partner's lists stand. Never down: a partner whose lists are stale is refused by
 * itself, and the others are served.
 */
@Readiness
@ApplicationScoped
class ListsReadiness implements HealthCheck {

  private final PartnerLists lists;
  private final Clock clock;

  ListsReadiness(PartnerLists lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("revocation").up();
    Instant now = clock.instant();
    lists.byPartner().forEach((partner, held) -> answer.withData(partner, standing(held, now)));
    lists.unchecked().forEach(partner -> answer.withData(partner, "not configured"));
    return answer.build();
  }

  private static String standing(RevocationLists lists, Instant now) {
    return lists.standings().stream().allMatch(each -> each.counts(now))
        ? "fresh"
        : "a list is missing or stale: refused";
  }
}
