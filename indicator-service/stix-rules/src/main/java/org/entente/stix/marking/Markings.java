package org.entente.stix.marking;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What one object says of its markings, before its references are followed.
///
/// @param said what it says itself: extensions, and references to the fixed definitions of TLP
/// @param references ids of all other marking-definitions it refers to, for the whole or for a part
public record Markings(Terms said, List<String> references) {
  public Markings {
    references = List.copyOf(references);
  }

  /// The object's terms, references followed. A granular marking lifts the whole object, since
  /// objects are never redacted (STIX 2.1 §3.6).
  ///
  /// @param definitions terms of a marking-definition, by id; empty when nobody here has it
  public Terms under(Function<String, Optional<Terms>> definitions) {
    return references.stream()
        .map(id -> definitions.apply(id).orElseGet(() -> Terms.unknown(id)))
        .reduce(said, Terms::and);
  }
}
