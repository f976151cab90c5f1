package org.entente.stix.rule;

import org.entente.stix.json.JsonObject;

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

  /// The class of an object. A type nobody defines (STIX 2.1 §7.3) is what its extension says;
  /// without one it is an SDO as soon as it carries `created` or `modified`, which no SCO may.
  public static StixClass of(JsonObject object) {
    return ObjectTypes.of(object).stixClass();
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
