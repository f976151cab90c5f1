package org.entente.indicator.paging;

import java.util.List;
import org.entente.indicator.refusal.Refusal.QueryInvalid;
import org.entente.stix.rule.StixTime;

/// Which versions of each object are asked for (TAXII 2.1 §3.4.1): all of them, or the smallest,
/// the largest and those of exact times, in any combination. They are chosen among the versions
/// that the caller may see.
///
/// @param exact versions as sortable text (see [StixTime])
public record Versions(boolean all, boolean first, boolean last, List<String> exact) {
  /// Every version.
  public static final Versions ALL = new Versions(true, false, false, List.of());

  /// What counts when nothing is said.
  public static final Versions LAST = new Versions(false, false, true, List.of());

  private static final String EVERY = "all";
  private static final String SMALLEST = "first";
  private static final String LARGEST = "last";

  public Versions {
    exact = List.copyOf(exact);
  }

  /// Reads the values of a filter, in their normal form.
  static Versions of(List<String> normal) {
    return new Versions(
        normal.contains(EVERY),
        normal.contains(SMALLEST),
        normal.contains(LARGEST),
        normal.stream().filter(value -> Character.isDigit(value.charAt(0))).toList());
  }

  static String normal(String value) {
    return switch (value) {
      case EVERY, SMALLEST, LARGEST -> value;
      default ->
          StixTime.parse(value)
              .orElseThrow(() ->
                  new IllegalArgumentException("is all, or of first, last and UTC timestamps"))
              .sortable();
    };
  }

  /// `all` stands alone, and nothing is said twice.
  ///
  /// @param given how many values there were
  static void check(int given, List<String> normal) {
    if (normal.size() < given) {
      throw new QueryInvalid("match[version] has a value twice");
    }
    if (given > 1 && normal.contains(EVERY)) {
      throw new QueryInvalid("match[version]=all stands alone");
    }
  }
}
