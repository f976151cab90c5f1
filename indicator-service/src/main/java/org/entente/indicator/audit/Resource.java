package org.entente.indicator.audit;

/// One object version that an access touched.
///
/// @param version empty when there is none that every reader of the record may know: an
///   observable's is the time of its release to one reader, and tells how many others it was among
public record Resource(String id, String version, String type) {
  /// An upper bound for its bytes in a record: ids, versions and types are ASCII without escapes.
  int weight() {
    return id.length() + version.length() + type.length() + 36;
  }
}
