package org.entente.indicator.lookup;

import org.entente.stix.observable.Guess;

/// One key that is looked for because of one reading of a value.
///
/// @param key its text
/// @param guess the reading
/// @param relation how the key stands to the reading's own
record Probe(String key, Guess guess, Relation relation) {
  /// How a key that is looked for stands to what a value was taken for.
  enum Relation {
    /// The very key.
    SAME,
    /// A network it lies in.
    AROUND,
    /// An address of the same cryptographic key.
    TWIN
  }
}
