package org.entente.stix.rule;

/// An extension that the standard itself defines for one of its observables.
///
/// @param type the observable's
record PredefinedExtension(String type, Shape shape) {
  /// Its key in `extensions`.
  String key() {
    return shape.name();
  }
}
