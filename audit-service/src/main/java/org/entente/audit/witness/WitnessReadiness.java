package org.entente.audit.witness;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how each witness stands. Not ready while one has cosigned more than this log holds: then an
 * older copy of the database runs.
 */
@Readiness
@ApplicationScoped
class WitnessReadiness implements HealthCheck {

  private final WitnessStanding standing;

  WitnessReadiness(WitnessStanding standing) {
    this.standing = standing;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("witnesses");
    var ready = true;
    for (var witness : standing.all().entrySet()) {
      var state = witness.getValue();
      ready &= !state.ahead();
      response.withData(
          witness.getKey(),
          "size " + state.size() + (state.trouble().isEmpty() ? "" : ", " + state.trouble()));
    }
    return response.status(ready).build();
  }
}
