package org.entente.indicator.submission;

import java.util.UUID;
import org.entente.indicator.bytes.Sha256;

/// What receiving a submission found out.
sealed interface Reception {
  /// It is new, and now it is kept.
  record Fresh() implements Reception {}

  /// Its (partner, jti) or its very manifest was kept before.
  record Known(UUID id, String partner, Sha256 manifestSha256) implements Reception {}
}
