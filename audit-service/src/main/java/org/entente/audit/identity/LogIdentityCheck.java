package org.entente.audit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Refuses a database that holds another log. Signing another log's tree with our keys would be a
 * fork that everybody could prove to us for ever.
 */
@ApplicationScoped
public class LogIdentityCheck {

  private final LogIdentityStore store;
  private final LogKeys keys;
  private final Clock clock;

  LogIdentityCheck(LogIdentityStore store, LogKeys keys, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Claims an empty database, or checks that this one is ours.
   *
   * @throws IllegalStateException when it belongs to another origin or other keys
   */
  @Transactional
  public void require() {
    var found = store.findById(LogIdentity.ONLY);
    if (found == null) {
      store.persist(ours());
    } else if (!found.isOf(keys)) {
      throw new IllegalStateException(
          "this database holds the log %s, created %s and signed by other keys than those of %s"
              .formatted(found.origin, found.createdAt, keys.origin()));
    }
  }

  private LogIdentity ours() {
    var identity = new LogIdentity();
    identity.origin = keys.origin();
    identity.ed25519 = keys.ed25519().toString();
    identity.mlDsa44 = keys.mlDsa44().toString();
    identity.createdAt = clock.instant();
    return identity;
  }
}
