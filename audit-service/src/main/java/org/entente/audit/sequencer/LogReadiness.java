package org.entente.audit.sequencer;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while this replica leads: only then can it keep its promise. */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {

  private final Sequencer sequencer;

  LogReadiness(Sequencer sequencer) {
    this.sequencer = sequencer;
  }

  @Override
  public HealthCheckResponse call() {
    var state = sequencer.state();
    return HealthCheckResponse.named("log")
        .status(state instanceof SequencerState.Leading)
        .withData("state", state.sentence())
        .build();
  }
}
