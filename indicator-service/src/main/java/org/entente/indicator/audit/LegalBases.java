package org.entente.indicator.audit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The grounds on which the objects of collections are exchanged.
///
/// @param ofCollections now, by collection id; where there is none, the client's counts
public record LegalBases(Supplier<Map<String, String>> ofCollections) {
  /// The ground of this access, if anybody has stated one.
  Optional<String> of(AccessEntry entry) {
    return Optional.ofNullable(entry.facts().get(Fact.COLLECTION))
        .map(id -> ofCollections.get().get(id.toString()))
        .or(() -> entry.actor().legalBasis());
  }
}
