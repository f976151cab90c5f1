package org.entente.indicator.taxii;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.indicator.refusal.Refusal.QueryInvalid;

/// Query parameters, each at most once (TAXII 2.1 §3.4).
public final class Queries {
  private Queries() {}

  /// One parameter; an empty value counts as absent.
  ///
  /// @throws QueryInvalid when it is there twice
  public static Optional<String> single(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new QueryInvalid(name + " is there more than once");
    }
    return values.stream().filter(value -> !value.isEmpty()).findFirst();
  }

  /// Refuses what would otherwise be silently ignored, and answer more than was asked for.
  ///
  /// @throws QueryInvalid when there is a match filter or anything twice
  public static void check(Map<String, List<String>> query) {
    for (String name : query.keySet()) {
      if (name.startsWith("match[")) {
        throw new QueryInvalid("match filters are not supported yet");
      }
      single(query, name);
    }
  }
}
