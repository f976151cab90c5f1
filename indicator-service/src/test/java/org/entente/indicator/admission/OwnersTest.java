package org.entente.indicator.admission;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.admission.Ledger.Origin;
import org.entente.indicator.admission.Ledger.Owner;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.store.StoreContended;
import org.junit.jupiter.api.Test;

/// Two collections of one producer admit at the same time, and neither sees what the other does.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills it
class OwnersTest extends ServiceTest {
  private static final String V2 = "2026-11-02T00:00:00.";
  private static final String V3 = "2026-11-03T00:00:00.";
  private static final String V4 = "2026-11-04T00:00:00.";

  private final String id = Stix.id("indicator");

  @Inject PostgresObjects objects;

  @Test
  void a_version_behind_a_revocation_that_was_not_seen_is_decided_again() {
    save(V3, Optional.of(V3));

    assertThrows(StoreContended.class, () -> save(V4, Optional.empty()));
    save(V2, Optional.empty());
  }

  @Test
  void a_revocation_before_a_version_that_was_not_seen_is_decided_again() {
    save(V4, Optional.empty());

    assertThrows(StoreContended.class, () -> save(V3, Optional.of(V3)));
  }

  @Test
  void another_origin_that_was_not_seen_is_decided_again() {
    save(V2, Optional.empty());

    assertThrows(
        StoreContended.class,
        () -> save(new Owner("kr", new Origin(Trial.V2, Optional.empty()), V3, Optional.empty())));
  }

  private void save(String latest, Optional<String> revokedAt) {
    save(new Owner("kr", new Origin(Trial.V1, Optional.empty()), latest, revokedAt));
  }

  private void save(Owner owner) {
    QuarkusTransaction.requiringNew().run(() -> objects.saveOwners(Map.of(id, owner)));
  }
}
