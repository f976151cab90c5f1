package org.entente.audit.sequence;

import jakarta.inject.Singleton;
import org.entente.audit.visibility.AuditScope;

/** Gaps for whoever may ask, over HTTP or on a page. Thread-safe. */
@Singleton
public final class ClientGaps {

  private final PostgresNumbers numbers;

  ClientGaps(PostgresNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * One page of the numbers that are missing.
   *
   * @throws GapsInvalid when a parameter cannot be read, or the client is another party's
   */
  public GapsPage find(GapsParameters asked, AuditScope scope) {
    return numbers.gaps(GapsQuery.of(asked, scope));
  }
}
