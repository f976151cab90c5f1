package org.entente.stix.pattern;

/// How large a pattern may be. Larger ones are refused before any of them is parsed.
public final class Limits {

  /// Octets of the pattern in UTF-8.
  public static final int LENGTH = 65_536;

  /// Brackets of any kind inside each other.
  public static final int DEPTH = 100;

  /// Comparisons, where each further value of an `IN` counts as one.
  public static final int COMPARISONS = 2_000;

  private Limits() {}
}
