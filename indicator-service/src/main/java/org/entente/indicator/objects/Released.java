package org.entente.indicator.objects;

import org.entente.indicator.audit.Resource;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.taxii.TaxiiTime;

/// One released object version, for the partner it was released to.
///
/// @param version the producer's version text; empty when STIX gives the type none
/// @param dateAdded when it was released to this partner, microseconds since 1970
record Released(String id, String type, String version, long dateAdded, Slice bytes) {
  /// What the access record says of it. Without a version of its own, an object's version is the
  /// constant time since when *this* partner sees it: any other would tell of earlier secrets.
  Resource resource() {
    return new Resource(id, version.isEmpty() ? TaxiiTime.format(dateAdded) : version, type);
  }
}
