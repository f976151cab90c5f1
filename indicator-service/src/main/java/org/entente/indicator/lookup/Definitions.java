package org.entente.indicator.lookup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.Tlp;

/// What marking-definitions ask of the objects that refer to them, as far as the reader has them.
/// One producer's definitions mean nothing to another's objects.
record Definitions(Map<Owned, Terms> terms) {
  /// No definition.
  static final Definitions NONE = new Definitions(Map.of());

  private static final Pattern REFERENCE = Pattern.compile("marking-definition--[0-9a-f-]{36}");

  /// A marking-definition of a producer.
  record Owned(String producer, String id) {}

  Definitions {
    terms = Map.copyOf(terms);
  }

  /// The terms of a producer's definition; empty when the reader has none of that id.
  Optional<Terms> find(String producer, String id) {
    return Optional.ofNullable(terms.get(new Owned(producer, id)));
  }

  /// The definitions some objects may refer to, without those of TLP, which everybody has. Looks at
  /// the bytes alone, so that it may name more than are referred to.
  static Set<Owned> referredToBy(List<Hit> hits) {
    return hits.stream().flatMap(Definitions::references).collect(Collectors.toSet());
  }

  private static Stream<Owned> references(Hit hit) {
    String text = new String(hit.bytes().toBytes(), StandardCharsets.ISO_8859_1);
    return REFERENCE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(id -> Tlp.ofMarking(id).isEmpty())
        .map(id -> new Owned(hit.entry().producer(), id));
  }
}
