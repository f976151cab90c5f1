package org.entente.indicator.paging;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.entente.indicator.refusal.Refusal.QueryInvalid;
import org.entente.indicator.taxii.TaxiiTime;

/// The filters of TAXII 2.1 §3.4. Fields of `match` combine with AND, the values of one with OR.
public enum Filter {
  /// Microseconds since 1970, as text; strictly later counts.
  ADDED_AFTER("added_after"),
  /// Exact STIX ids.
  ID("match[id]"),
  /// Types; any name is a type, since STIX has custom ones.
  TYPE("match[type]"),
  /// What [Versions] reads.
  VERSION("match[version]"),
  /// STIX versions such as `2.1`.
  SPEC_VERSION("match[spec_version]");

  /// Most values of one field; a request line holds no more, either.
  static final int MOST_VALUES = 100;

  private final String parameter;

  Filter(String parameter) {
    this.parameter = parameter;
  }

  /// The query parameter's name, decoded.
  public String parameter() {
    return parameter;
  }

  /// The values of a parameter in the one form in which equal filters are equal: sorted, none
  /// twice.
  ///
  /// @throws QueryInvalid when a value is malformed
  List<String> normal(String text) {
    List<String> values = this == ADDED_AFTER ? List.of(text) : List.of(text.split(",", -1));
    if (values.size() > MOST_VALUES) {
      throw new QueryInvalid(parameter + " has more than " + MOST_VALUES + " values");
    }
    List<String> normal = values.stream().map(this::normalValue).sorted().distinct().toList();
    if (this == VERSION) {
      Versions.check(values.size(), normal);
    }
    return normal;
  }

  private String normalValue(String value) {
    try {
      return switch (this) {
        case ADDED_AFTER -> instant(value);
        case ID -> matching(value, Patterns.ID);
        case TYPE -> matching(value, Patterns.TYPE);
        case VERSION -> Versions.normal(value);
        case SPEC_VERSION -> matching(value, Patterns.SPEC);
      };
    } catch (IllegalArgumentException e) {
      throw new QueryInvalid(parameter + " " + e.getMessage());
    }
  }

  private static String instant(String value) {
    OptionalLong micros = TaxiiTime.parse(value);
    if (micros.isEmpty()) {
      throw new IllegalArgumentException("is no UTC timestamp like 2026-11-01T00:00:00.000000Z");
    }
    return Long.toString(Math.max(0, micros.getAsLong()));
  }

  private static String matching(String value, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "has a malformed value; separate values by commas, without blanks");
    }
    return value;
  }

  /// The filter of a parameter's name.
  static List<Filter> named(String parameter) {
    return Arrays.stream(values()).filter(f -> f.parameter.equals(parameter)).toList();
  }

  private static final class Patterns {
    static final Pattern ID = Pattern.compile("[!-+\\--~]{1,250}--[!-+\\--~]{1,60}");
    static final Pattern TYPE = Pattern.compile("[a-z0-9-]{1,250}");
    static final Pattern SPEC = Pattern.compile("[0-9]{1,3}\\.[0-9]{1,3}");
  }
}
