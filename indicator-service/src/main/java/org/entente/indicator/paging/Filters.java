package org.entente.indicator.paging;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.indicator.refusal.Refusal.NextInvalid;
import org.entente.indicator.refusal.Refusal.QueryInvalid;

/// The filters of one request in normal form: equal filters are equal records. What is not
/// supported is refused, for a filter that is ignored shows more than was asked for.
public record Filters(Map<Filter, List<String>> values) {
  public Filters {
    values = Map.copyOf(values);
  }

  /// Reads them from a query.
  ///
  /// @param query decoded parameters; those that TAXII does not know are ignored
  /// @param known the filters of the resource
  /// @throws QueryInvalid when one is malformed, repeated or not of this resource
  static Filters of(Map<String, List<String>> query, Set<Filter> known) {
    Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
    for (String name : query.keySet()) {
      Optional<Filter> filter = Filter.named(name).stream().filter(known::contains).findFirst();
      if (filter.isPresent()) {
        values.put(filter.get(), filter.get().normal(single(query, name).orElseThrow()));
      } else if (name.startsWith("match")) {
        throw new QueryInvalid(name + " is no filter of this resource, which has " + names(known));
      }
    }
    return new Filters(values);
  }

  /// The one value of a parameter.
  static Optional<String> single(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new QueryInvalid(name + " is given more than once");
    }
    return values.stream().findFirst();
  }

  /// Goes on with the filters of the page before: they may be left out, but not changed.
  ///
  /// @throws NextInvalid when one is another
  Filters continuing(Filters carried) {
    values.forEach((filter, value) -> {
      if (!value.equals(carried.values.get(filter))) {
        throw new NextInvalid(
            filter.parameter() + " is not the one next was made with; repeat it or leave it out");
      }
    });
    return carried;
  }

  /// Only what was added strictly later, microseconds since 1970.
  public OptionalLong addedAfter() {
    return of(Filter.ADDED_AFTER).stream().mapToLong(v -> Long.parseLong(v.getFirst())).findFirst();
  }

  /// The values of one filter, empty when it is not set.
  public Optional<List<String>> of(Filter filter) {
    return Optional.ofNullable(values.get(filter));
  }

  /// Whether nothing can be left: every object here is of STIX 2.1, so that filter either names it
  /// or excludes everything.
  public boolean excludeEverything() {
    return of(Filter.SPEC_VERSION).filter(versions -> !versions.contains("2.1")).isPresent();
  }

  /// The versions asked for.
  public Versions versions() {
    return of(Filter.VERSION).map(Versions::of).orElse(Versions.LAST);
  }

  /// One line for each filter, the same for equal filters.
  String text() {
    return Arrays.stream(Filter.values())
        .filter(values::containsKey)
        .map(filter -> filter.name() + "=" + String.join(",", values.get(filter)))
        .collect(Collectors.joining("\n"));
  }

  /// Reads such a text; only for one that is known to be ours.
  static Filters ofText(String text) {
    return new Filters(
        text.lines()
            .map(line -> line.split("=", 2))
            .collect(
                Collectors.toMap(
                    parts -> Filter.valueOf(parts[0]), parts -> List.of(parts[1].split(",")))));
  }

  private static String names(Set<Filter> known) {
    return known.stream().sorted().map(Filter::parameter).collect(Collectors.joining(", "));
  }
}
