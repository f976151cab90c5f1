package org.entente.audit.sequencer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while records can be appended from here: this replica leads, or the leader answers. */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {

  /** Probes wait for a second. */
  private static final Duration WITHIN = Duration.ofMillis(700);

  private final Appending appending;

  LogReadiness(Appending appending) {
    this.appending = appending;
  }

  @Override
  public HealthCheckResponse call() {
    var state = appending.state();
    return HealthCheckResponse.named("log")
        .status(appending.possible(WITHIN))
        .withData("state", state.sentence())
        .build();
  }
}
