package org.entente.stix.pattern;

/// The operators between a path and its constants (section 9.6.1).
public enum Operator {
  EQUAL("="),
  UNEQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  IN("IN"),
  LIKE("LIKE"),
  MATCHES("MATCHES"),
  ISSUBSET("ISSUBSET"),
  ISSUPERSET("ISSUPERSET");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /// As it is written in a pattern.
  public String symbol() {
    return symbol;
  }
}
