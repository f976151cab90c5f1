package org.entente.gateway.partner;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells with the readiness answer by which agreement this replica goes. */
@Readiness
@ApplicationScoped
class AgreementReadiness implements HealthCheck {

  private final AgreementStanding standing;

  AgreementReadiness(AgreementStanding standing) {
    this.standing = standing;
  }

  @Override
  public HealthCheckResponse call() {
    return standing.told();
  }
}
