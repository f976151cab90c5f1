package org.entente.audit.sequencer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.entente.audit.sequencer.SequencerState.Refusing;
import org.entente.audit.tree.Rollback;

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
    var response =
        HealthCheckResponse.named("log")
            .status(appending.possible(WITHIN))
            .withData("state", state.sentence());
    if (state instanceof Refusing(_, var rollback)) {
      rollback.ifPresent(known -> tell(response, known));
    }
    return response.build();
  }

  private static void tell(HealthCheckResponseBuilder response, Rollback known) {
    response
        .withData("stored", known.stored())
        .withData("stored-until", known.until().toString())
        .withData("remembered", known.remembered())
        .withData("remembered-by", known.witness())
        .withData("remembered-since", known.seen().toString())
        .withData("missing", known.missing())
        .withData("what-to-do", Rollback.RUNBOOK);
  }
}
