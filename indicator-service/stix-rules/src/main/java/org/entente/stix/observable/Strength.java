package org.entente.stix.observable;

/// How a key relates to the value it was found in.
public enum Strength {
  /// The value is this and nothing else.
  EXACT,
  /// The value has the form of several things, of which this is one.
  AMBIGUOUS,
  /// Little speaks for it.
  WEAK,
  /// The value is inside it: the host of a URL, the account of a tagged address.
  PART
}
