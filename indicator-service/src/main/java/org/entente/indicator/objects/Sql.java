package org.entente.indicator.objects;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A piece of SQL and what is bound to its question marks, in order. Texts are constants of ours;
/// what a client said is always bound.
///
/// @param values [Long], [String], [java.util.UUID], or a list of texts for an array
record Sql(String text, List<Object> values) {
  static Sql of(String text, Object... values) {
    return new Sql(text, List.of(values));
  }

  /// Puts pieces one after the other.
  static Sql join(Sql... pieces) {
    return join("", List.of(pieces));
  }

  static Sql join(String separator, List<Sql> pieces) {
    return new Sql(
        pieces.stream().map(Sql::text).collect(Collectors.joining(separator)),
        pieces.stream().flatMap(piece -> piece.values().stream()).toList());
  }

  Sql then(Sql next) {
    return new Sql(text + next.text, Stream.concat(values.stream(), next.values.stream()).toList());
  }
}
