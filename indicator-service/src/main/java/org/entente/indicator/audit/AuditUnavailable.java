package org.entente.indicator.audit;

import org.entente.indicator.batch.Outage;

/// The log did not confirm a record in time: nothing may be released. Whether it took the record is
/// unknown; appending the same bytes again is safe.
public final class AuditUnavailable extends RuntimeException implements Outage {
  AuditUnavailable(String message) {
    super(message);
  }

  AuditUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
