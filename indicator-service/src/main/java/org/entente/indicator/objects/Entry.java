package org.entente.indicator.objects;

import org.entente.indicator.audit.Resource;

/// One released object version, for the audience it was released to.
///
/// @param version the producer's version text; of what STIX does not version, the time since when
///   *this* audience sees it, for any other would tell of earlier secrets
/// @param dateAdded when it was released to this audience, microseconds since 1970
record Entry(String id, String type, String version, long dateAdded) {
  /// What the access record says of it.
  Resource resource() {
    return new Resource(id, version, type);
  }
}
