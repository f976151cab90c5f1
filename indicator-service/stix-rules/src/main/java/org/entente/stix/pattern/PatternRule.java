package org.entente.stix.pattern;

/// What the grammar cannot say about a pattern. The names are stable.
public enum PatternRule {
  // Broken, a pattern MUST NOT match anything (section 9.4) or breaks another MUST.
  PATTERN_INTEGER("9.2", true),
  PATTERN_FLOAT("9.2", true),
  PATTERN_HEX("9.2", true),
  PATTERN_BINARY("9.2", true),
  PATTERN_TIMESTAMP("9.2", true),
  PATTERN_ROOT_TYPES("9.5", true),
  PATTERN_QUALIFIER_TWICE("9.5.1", true),
  PATTERN_REPEATS("9.5.1", true),
  PATTERN_WITHIN("9.5.1", true),
  PATTERN_IN_TYPES("9.6.1", true),
  PATTERN_SET_PATH("9.6.1", true),
  PATTERN_SET_VALUE("9.6.1", true),
  PATTERN_TYPE_NAME("9.7", true),
  PATTERN_PROPERTY_NAME("9.7", true),
  PATTERN_HASH_VALUE("2.7", true),
  /// Ours: a private key or seed phrase is refused wherever it is found.
  PATTERN_SECRET("-", true),

  // Legal, and hardly what was meant.
  PATTERN_WINDOW_EMPTY("9.5.1", false),
  PATTERN_CONSTANT_TYPE("9.6.1", false),
  PATTERN_NOT_NFC("9.6.2", false),
  PATTERN_TYPE_UNKNOWN("9.7", false),
  PATTERN_PROPERTY_UNKNOWN("9.7", false),
  PATTERN_HASH_NAME("10.7", false),
  /// No address, domain, … of the kind that stands there; look-ups cannot find it.
  PATTERN_VALUE("6", false);

  private final String section;
  private final boolean error;

  PatternRule(String section, boolean error) {
    this.section = section;
    this.error = error;
  }

  /// The section of STIX 2.1 it comes from; `-` when it is ours.
  public String section() {
    return section;
  }

  /// Whether the pattern is to be refused, not only remarked upon.
  public boolean error() {
    return error;
  }
}
