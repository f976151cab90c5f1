package org.entente.stix.rule;

/// What a finding means for its object.
public enum Severity {
  /// The object is refused.
  ERROR,
  /// The object is accepted and its producer told.
  WARNING
}
