package org.entente.indicator.paging;

import java.util.EnumSet;
import java.util.Set;

/// What can be read page by page, or picked by filters, and the filters that each resource has
/// (TAXII 2.1 §5.3 to §5.8).
public enum Listing {
  /// Get Objects.
  OBJECTS,
  /// Get Object Manifests.
  MANIFEST,
  /// Get an Object.
  OBJECT,
  /// Get Object Versions.
  VERSIONS,
  /// What was withdrawn.
  WITHDRAWALS,
  /// Delete an Object; not paged.
  DELETION;

  /// The filters it has; others are refused.
  Set<Filter> filters() {
    return switch (this) {
      case OBJECTS, MANIFEST -> EnumSet.allOf(Filter.class);
      case OBJECT -> EnumSet.of(Filter.ADDED_AFTER, Filter.VERSION, Filter.SPEC_VERSION);
      case VERSIONS -> EnumSet.of(Filter.ADDED_AFTER, Filter.SPEC_VERSION);
      case WITHDRAWALS -> EnumSet.of(Filter.ADDED_AFTER);
      case DELETION -> EnumSet.of(Filter.VERSION, Filter.SPEC_VERSION);
    };
  }
}
