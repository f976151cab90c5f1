package org.entente.indicator.agreement;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Tells operators by which agreement this replica goes, and what is wrong with the file, if
/// something is. Ready all the same: what is in force serves.
@Startup
@Readiness
@ApplicationScoped
class AgreementReadiness implements HealthCheck {
  private final CurrentAgreement current;

  AgreementReadiness(CurrentAgreement current, MeterRegistry meters) {
    this.current = current;
    FunctionCounter.builder("indicator.agreement.changes", current, c -> c.standing().changes())
        .register(meters);
    Gauge.builder(
            "indicator.agreement.faulty", () -> current.standing().trouble().isPresent() ? 1 : 0)
        .register(meters);
  }

  @Override
  public HealthCheckResponse call() {
    var standing = current.standing();
    var response =
        HealthCheckResponse.named("exchange file").up().withData("digest", standing.digest());
    standing.trouble().ifPresent(trouble -> response.withData("refused", trouble));
    return response.build();
  }
}
