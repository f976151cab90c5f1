package org.entente.gateway.partner;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementRejected;

/**
 * Tells operators by which agreement this replica goes, and what is wrong with the file, if
 * something is. Ready all the same: what is in force serves.
 */
@ApplicationScoped
class AgreementStanding {

  private final Counter changes;
  private volatile String digest = "";
  private volatile String faults = "";

  AgreementStanding(MeterRegistry meters) {
    changes = meters.counter("gateway.agreement.changes");
    Gauge.builder("gateway.agreement.faulty", () -> faults.isEmpty() ? 0 : 1).register(meters);
  }

  void taken(Agreement agreement) {
    if (!digest.isEmpty() && !digest.equals(agreement.digest())) {
      changes.increment();
    }
    digest = agreement.digest();
    faults = "";
  }

  void refused(AgreementRejected rejected) {
    faults = String.valueOf(rejected.getMessage());
  }

  void failed(RuntimeException fault) {
    faults = "not taken, tried again at each look: " + fault;
  }

  /** For the readiness answer. */
  HealthCheckResponse told() {
    var response = HealthCheckResponse.named("exchange file").up().withData("digest", digest);
    return (faults.isEmpty() ? response : response.withData("refused", faults)).build();
  }
}
