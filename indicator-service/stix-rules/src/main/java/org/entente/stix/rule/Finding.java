package org.entente.stix.rule;

/// One thing wrong with an object.
///
/// @param pointer JSON pointer into the object
/// @param section of STIX 2.1, or of what else demands it
/// @param message what is wrong; never repeats more than a short piece of the object
public record Finding(
    Rule rule, String pointer, String section, Severity severity, String message) {
  /// The stable name of the rule.
  public String ruleId() {
    return rule.name();
  }

  /// Whether the object is refused for it.
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
