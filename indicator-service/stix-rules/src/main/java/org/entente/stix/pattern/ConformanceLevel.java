package org.entente.stix.pattern;

/// How much of the language someone must support to evaluate a pattern (section 12.7).
public enum ConformanceLevel {
  /// One observation without qualifiers.
  BASIC(1),
  /// Also observations joined by `AND` and `OR`.
  OBSERVATION_OPERATORS(2),
  /// Also `FOLLOWEDBY` and qualifiers.
  FULL(3);

  private final int number;

  ConformanceLevel(int number) {
    this.number = number;
  }

  /// As the standard counts.
  public int number() {
    return number;
  }
}
