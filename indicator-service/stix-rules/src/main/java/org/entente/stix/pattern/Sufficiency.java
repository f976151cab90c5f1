package org.entente.stix.pattern;

/// What it means that one value of a pattern was found. Whoever answers a look-up passes it on.
public enum Sufficiency {
  /// Each key alone satisfies the pattern.
  SUFFICIENT,
  /// At least one key is only a part of what the pattern asks for: no hit by itself.
  PARTIAL,
  /// The pattern has no key: look-ups cannot find it.
  OPAQUE
}
