package org.entente.indicator.lookup;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.indicator.refusal.Refusal.QueryInvalid;
import org.entente.indicator.taxii.TaxiiTime;

/// When a statement counts.
///
/// @param at the time asked about, microseconds since 1970
/// @param include what is given, too
record LookupQuery(long at, Set<Include> include) {
  /// What is left out unless asked for.
  enum Include {
    /// Not valid any more at that time.
    EXPIRED,
    /// Not valid yet at that time.
    UPCOMING,
    /// Revoked by its producer, whenever.
    REVOKED
  }

  LookupQuery {
    include = Set.copyOf(include);
  }

  /// Reads `at` and `include`.
  ///
  /// @throws QueryInvalid when one is malformed or repeated
  static LookupQuery parse(Map<String, List<String>> query, Instant now) {
    String at = single(query, "at");
    long micros =
        at.isEmpty()
            ? TaxiiTime.micros(now)
            : TaxiiTime.parse(at)
                .orElseThrow(() -> new QueryInvalid("at is no UTC timestamp with Z"));
    Set<Include> include = EnumSet.noneOf(Include.class);
    Stream.of(single(query, "include").split(",", -1))
        .filter(word -> !word.isEmpty())
        .forEach(word -> include.add(include(word)));
    return new LookupQuery(micros, include);
  }

  private static Include include(String word) {
    for (Include include : Include.values()) {
      if (include.name().toLowerCase(Locale.ROOT).equals(word)) {
        return include;
      }
    }
    throw new QueryInvalid("include is a list of expired, upcoming and revoked");
  }

  /// A parameter that may be there once; empty text when it is not.
  ///
  /// @throws QueryInvalid when it is repeated
  static String single(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new QueryInvalid(name + " is given more than once");
    }
    return values.isEmpty() ? "" : values.getFirst();
  }

  boolean wants(Include kind) {
    return include.contains(kind);
  }

  /// As the record of the access tells it.
  String text(boolean dated) {
    String words =
        String.join(
            ",", include.stream().map(i -> i.name().toLowerCase(Locale.ROOT)).sorted().toList());
    return (dated ? "at=" + TaxiiTime.format(at) : "")
        + (dated && !words.isEmpty() ? "&" : "")
        + (words.isEmpty() ? "" : "include=" + words);
  }
}
