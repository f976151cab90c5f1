package org.entente.indicator.evidence;

import java.util.UUID;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.audit.Resource;
import org.entente.indicator.bytes.Slice;

/// A submission as it was signed, for somebody who may see all of it.
///
/// @param receivedAt microseconds since 1970
/// @param asked the object version it was asked for
record Exhibit(Source source, long receivedAt, Receipt receipt, Resource asked) {
  /// Whose it is, and the bytes.
  record Source(UUID submission, String partner, Slice manifest, Slice body) {}
}
