package org.entente.stix.rule;

/// The classes of objects; each has its own common properties (STIX 2.1 §3.2).
public enum StixClass {
  SDO("domain object"),
  SRO("relationship object"),
  SCO("cyber-observable object"),
  EXTENSION_DEFINITION("extension definition"),
  LANGUAGE_CONTENT("language content"),
  MARKING_DEFINITION("marking definition");

  private final String label;

  StixClass(String label) {
    this.label = label;
  }

  /// What the standard calls it.
  public String label() {
    return label;
  }

  /// Whether (id, modified) is a version of it (STIX 2.1 §3.6).
  public boolean versioned() {
    return switch (this) {
      case SDO, SRO, EXTENSION_DEFINITION, LANGUAGE_CONTENT -> true;
      case SCO, MARKING_DEFINITION -> false;
    };
  }
}
