package org.entente.stix.rule;

import java.util.List;

/// One property in a table.
///
/// @param deprecated whether the standard advises against it
record Property(String name, Kind kind, boolean required, boolean deprecated) {
  static Property required(String name, Kind kind) {
    return new Property(name, kind, true, false);
  }

  static Property optional(String name, Kind kind) {
    return new Property(name, kind, false, false);
  }

  static Property deprecated(String name, Kind kind) {
    return new Property(name, kind, false, true);
  }

  /// Several of one kind, names separated by blanks.
  static List<Property> optionals(String names, Kind kind) {
    return List.of(names.strip().split("\\s+", -1)).stream()
        .map(name -> optional(name, kind))
        .toList();
  }
}
