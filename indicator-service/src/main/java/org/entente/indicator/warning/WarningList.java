package org.entente.indicator.warning;

import java.util.Map;

/// One list, as its maintainers published it.
///
/// @param name short name, unique among the lists that are loaded
/// @param version its maintainers' version
/// @param category `known-identifier`, `protocol`, `victim` or `false-positive`
/// @param entries label by key
record WarningList(String name, String version, String category, Map<String, String> entries) {
  WarningList {
    entries = Map.copyOf(entries);
  }

  /// What it says of an entry; empty text when it says nothing.
  String label(String key) {
    return entries.getOrDefault(key, "");
  }
}
