package org.entente.indicator.withdrawal;

import org.entente.indicator.audit.Resource;

/// A version that a reader had and has not any more.
///
/// @param version as the reader was shown it
/// @param date when it was withdrawn, microseconds since 1970, in the run of its date_added
record Withdrawal(String id, String version, String type, long date, String reason) {
  /// What the access record says of it.
  Resource resource() {
    return new Resource(id, version, type);
  }
}
