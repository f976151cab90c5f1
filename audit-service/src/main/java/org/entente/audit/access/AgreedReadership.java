package org.entente.audit.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.entente.audit.visibility.Readership;
import org.entente.audit.visibility.SharedCollection;

/** Who may read what, by the collections that are agreed on. */
public final class AgreedReadership {

  /** As this agreement has it, whatever becomes of it later. */
  public static Readership of(Agreement agreement) {
    var shared = shared(agreement);
    return new Readership(() -> shared);
  }

  @Produces
  @Singleton
  Readership readership(InForce agreements) {
    return new Readership(agreements.derive(AgreedReadership::shared));
  }

  private static Readership.Shared shared(Agreement agreement) {
    return new Readership.Shared(
        agreement.parties().keySet(),
        agreement.collections().values().stream()
            .map(c -> SharedCollection.of(c.id().toString(), c.producer(), c.audience()))
            .toList());
  }
}
