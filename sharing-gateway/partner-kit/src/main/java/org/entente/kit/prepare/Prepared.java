package org.entente.kit.prepare;

import java.util.Optional;
import java.util.Set;

/// An object as it goes on.
///
/// @param added what it had not
/// @param open why a wallet's address was not read; a clause that does not repeat it
@SuppressWarnings("ArrayRecordComponent") // On its way out; never compared.
public record Prepared(byte[] bytes, Set<Added> added, Optional<String> open) {

  /// What can be added to an object.
  public enum Added {
    MARKING,
    AUTHOR,
    RELEASABILITY,
    WALLET
  }

  public Prepared {
    added = Set.copyOf(added);
  }
}
