package org.entente.indicator.audit;

/// One object version that an access touched.
public record Resource(String id, String version, String type) {
  /// An upper bound for its bytes in a record: ids, versions and types are ASCII without escapes.
  int weight() {
    return id.length() + version.length() + type.length() + 36;
  }
}
