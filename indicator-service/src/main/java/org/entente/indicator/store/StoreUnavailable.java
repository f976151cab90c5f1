package org.entente.indicator.store;

import org.entente.indicator.batch.Outage;

/// PostgreSQL cannot be reached or is going down: nothing is wrong with the request, try again.
public final class StoreUnavailable extends RuntimeException implements Outage {
  /// Keeps the cause.
  ///
  /// @param cause what the driver or pool said
  public StoreUnavailable(Throwable cause) {
    super("PostgreSQL is unavailable", cause);
  }
}
