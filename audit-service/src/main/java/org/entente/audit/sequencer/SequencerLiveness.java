package org.entente.audit.sequencer;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the sequencer's thread is: when that has ended, only a restart helps. */
@Liveness
@ApplicationScoped
class SequencerLiveness implements HealthCheck {

  private final Sequencer sequencer;

  SequencerLiveness(Sequencer sequencer) {
    this.sequencer = sequencer;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("sequencer")
        .status(!(sequencer.state() instanceof SequencerState.Stopped))
        .build();
  }
}
