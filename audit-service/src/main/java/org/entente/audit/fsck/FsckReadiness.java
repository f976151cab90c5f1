package org.entente.audit.fsck;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while something that is signed does not fit: an operator must look. What is derived
 * from it can be made again, and is told only.
 */
@Readiness
@ApplicationScoped
class FsckReadiness implements HealthCheck {

  private final Fsck fsck;

  FsckReadiness(Fsck fsck) {
    this.fsck = fsck;
  }

  @Override
  public HealthCheckResponse call() {
    var standing = fsck.standing();
    var response =
        HealthCheckResponse.named("fsck")
            .status(!standing.damaged())
            .withData("verified", standing.verified())
            .withData("findings", standing.findings().size());
    if (!standing.findings().isEmpty()) {
      response.withData("first", standing.findings().getFirst().toString());
    }
    return response.build();
  }
}
