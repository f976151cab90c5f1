package org.entente.stix.release;

import java.util.Set;
import org.entente.stix.marking.Recipient;

/// The recipients a submission's manifest names.
public sealed interface Recipients {

  /// No `rel` claim: whoever the collection reaches.
  record Everyone() implements Recipients {}

  /// A `rel` claim, possibly of nobody.
  record Only(Set<Recipient> named) implements Recipients {
    public Only {
      named = Set.copyOf(named);
    }
  }

  /// Whether the manifest lets this reader see the submission.
  default boolean admit(Reader reader) {
    return switch (this) {
      case Everyone() -> true;
      case Only(Set<Recipient> named) -> named.stream().anyMatch(reader::isReachedBy);
    };
  }

  /// Those named.
  default Set<Recipient> names() {
    return switch (this) {
      case Everyone() -> Set.of();
      case Only(Set<Recipient> named) -> named;
    };
  }
}
