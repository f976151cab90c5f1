package org.entente.stix.pattern;

import java.util.List;

/// Which property of which observable (section 9.7).
///
/// @param type the STIX type the path starts from
/// @param steps one or more, the first a property
public record ObjectPath(String type, List<Step> steps) {

  public ObjectPath {
    steps = List.copyOf(steps);
  }

  /// One step into an object, dictionary, list or referenced object.
  public sealed interface Step {

    /// A property or a key, without its apostrophes.
    record Property(String name) implements Step {}

    /// One item of a list.
    ///
    /// @param index as written, 0 for the first
    record Item(String index) implements Step {}

    /// Any item of a list, `[*]`.
    record AnyItem() implements Step {}
  }
}
