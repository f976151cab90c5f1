package org.entente.indicator.release;

import java.util.Set;

/// The recipients a manifest names.
public sealed interface Recipients {
  /// No `rel` claim: whoever the collection reaches.
  record Everyone() implements Recipients {}

  /// A `rel` claim, possibly of nobody. Partner ids, not URNs.
  record Only(Set<String> partners) implements Recipients {
    public Only {
      partners = Set.copyOf(partners);
    }
  }

  /// Whether the manifest lets this partner see the submission.
  default boolean include(String partner) {
    return switch (this) {
      case Everyone() -> true;
      case Only(Set<String> partners) -> partners.contains(partner);
    };
  }
}
