package org.entente.stix.release;

/// What becomes of one object for one reader.
public sealed interface Decision {

  /// The reader may see it.
  record Release() implements Decision {}

  /// The reader must not notice it.
  ///
  /// @param clause the first one that did not admit the reader
  record Withhold(Clause clause) implements Decision {}

  /// Whether the reader may see it.
  default boolean releases() {
    return this instanceof Release;
  }
}
