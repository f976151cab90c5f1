package org.entente.audit.timestamp;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how each time-stamp authority stands. Always ready: time stamps never gate. */
@Readiness
@ApplicationScoped
class TimestampReadiness implements HealthCheck {

  private final TimestampStanding standing;

  TimestampReadiness(TimestampStanding standing) {
    this.standing = standing;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("timestamps").up();
    for (var authority : standing.all().entrySet()) {
      var state = authority.getValue();
      var last =
          state.last().map(stamp -> "size " + stamp.size() + " at " + stamp.stated()).orElse("-");
      response.withData(
          authority.getKey(), last + (state.trouble().isEmpty() ? "" : ", " + state.trouble()));
    }
    return response.build();
  }
}
