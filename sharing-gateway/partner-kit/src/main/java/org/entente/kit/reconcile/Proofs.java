package org.entente.kit.reconcile;

import java.util.Optional;

/// Asks the log for proofs.
@FunctionalInterface
public interface Proofs {

  /// Nobody can be asked.
  Proofs NONE = leaf -> Optional.empty();

  /// Where the log proves that this leaf stands; empty when it does not.
  ///
  /// @param leaf base64url of the leaf hash
  Optional<Long> indexOf(String leaf);
}
