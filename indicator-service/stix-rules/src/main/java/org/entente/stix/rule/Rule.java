package org.entente.stix.rule;

import static org.entente.stix.rule.Severity.ERROR;
import static org.entente.stix.rule.Severity.WARNING;

/// Every rule an object can break. The names are stable: partners' software may branch on them.
public enum Rule {
  // What a value is
  STIX_VALUE("", "the value is of another kind than its property"),
  STIX_EMPTY("§2.3, §2.12", "null, an empty list or an empty dictionary"),
  STIX_REQUIRED("", "a required property is missing"),
  STIX_COMBINATION("", "properties that need or exclude each other"),
  STIX_RANGE("", "a number outside its range"),
  STIX_FORMAT("", ERROR, WARNING, "a text that is not in the form its property demands"),
  STIX_BINARY("§2.1", "not base64 (RFC 4648)"),
  STIX_DICTIONARY_KEY("§2.3", "a dictionary key beyond A-Z a-z 0-9 _ -, or over 250 characters"),
  STIX_HASH("§2.7", "a hash that is not one of its algorithm"),
  STIX_HEX("§2.8", "not hexadecimal: lower case, two digits a byte"),
  STIX_TIMESTAMP("§2.16, §3.2", "no timestamp in UTC with Z, or one that no calendar has"),
  STIX_TIME_ORDER("", "two timestamps in the wrong order"),
  STIX_LANGUAGE("§3.2", "no language tag (RFC 5646)"),
  STIX_ENUM("§10", "a word outside a closed list"),
  STIX_VOCABULARY("§2.14, §10", WARNING, WARNING, "a word outside an open vocabulary"),

  // What an object is
  STIX_TYPE("§3.1, §8", "no type name, or a bundle among the objects"),
  STIX_TYPE_CUSTOM("§11.2", WARNING, WARNING, "a type that neither STIX nor an extension defines"),
  STIX_SPEC_VERSION("§3.2", "another version of STIX than 2.1"),
  STIX_ID("§2.9", "no identifier of the object's type, in lower case"),
  STIX_ID_VERSION("§2.9", WARNING, WARNING, "an identifier that is not a random UUID (version 4)"),
  STIX_ID_NAMESPACE(
      "§2.9", ERROR, WARNING, "an identifier made in the namespace of observables' identifiers"),
  STIX_ID_REUSED("§2.9", ERROR, WARNING, "one producer's UUID under two types in one envelope"),
  STIX_SCO_ID("§2.9", WARNING, WARNING, "an observable whose identifier is not made from it"),
  STIX_SCO_ID_MISMATCH("§2.9", WARNING, WARNING, "an observable's identifier made from another"),
  STIX_SCO_ID_RANDOM(
      "§2.9", "an observable that nothing identifies needs a random UUID (version 4)"),
  STIX_AUTHOR("§3.2, §3.6", ERROR, WARNING, "no created_by_ref"),
  STIX_NAME("§3.1", "a property name beyond a-z 0-9 _, or not of 3 to 250 characters"),
  STIX_NAME_RESERVED("§3.8", "a property name that STIX keeps for itself"),
  STIX_PROPERTY_UNKNOWN(
      "§3.2, §11.1", ERROR, WARNING, "a property that neither STIX nor an extension defines"),
  STIX_PROPERTY_CUSTOM("§11.1", WARNING, WARNING, "a custom property (x_)"),
  STIX_ADVICE("", WARNING, WARNING, "something the standard advises is not followed"),
  STIX_DEPRECATED("", WARNING, WARNING, "a property that STIX advises against"),

  // What it refers to
  STIX_REF("§2.9", "a reference that is no identifier"),
  STIX_REF_KIND("", "a reference to a kind of object that cannot stand here"),
  STIX_EXTERNAL_HASH("§2.5", WARNING, WARNING, "an external reference by URL without a hash"),
  STIX_TRANSLATION("§7.1", "a translation that is of another form than what it translates"),
  STIX_TRANSLATION_IGNORED(
      "§7.1", WARNING, WARNING, "a translation of what its object has not, or has no words"),
  STIX_TRANSLATION_VERSION(
      "§7.1", WARNING, WARNING, "a translation of another version than came with it"),
  STIX_VARIANT("§4.11", "a malware family as the variant of an instance that came with it"),
  STIX_SAMPLES("§4.11", "samples of one malware instance that differ"),
  STIX_RELATIONSHIP("§5.1, App. B", WARNING, WARNING, "a relationship STIX does not suggest"),

  // What extends it
  STIX_EXTENSION("§7.3, §11.3", "an extension without extension_type, or under a wrong key"),
  STIX_EXTENSION_UNDEFINED("§7.3", "a use of an extension that its definition has not"),
  STIX_EXTENSION_PROPERTY(
      "§7.3",
      WARNING,
      WARNING,
      "a top-level property that the definition which came does not list"),
  STIX_EXTENSION_UNKNOWN("§7.3", WARNING, WARNING, "an extension unknown here; kept as it is"),
  STIX_EXTENSION_CUSTOM("§11.3", WARNING, WARNING, "an extension nobody defines (deprecated)"),

  // What may be done with it
  MARKING_MISSING("§7.2", ERROR, WARNING, "no object_marking_refs"),
  MARKING_SELF("§7.2", "a marking that marks itself"),
  MARKING_GRANULAR("§7.2.3", "a granular marking with both or neither of lang and marking_ref"),
  MARKING_SELECTOR("§7.2.3.1", "a selector that selects nothing, or what must not be marked"),
  MARKING_TLP1("§7.2.1.4, TLP 2.0", WARNING, WARNING, "TLP 1 in place of TLP 2.0"),
  MARKING_TLP1_FOREIGN("§7.2.1.4", "a TLP 1 marking that is none of the four"),
  MARKING_TLP2_FOREIGN("TLP 2.0", "a TLP 2.0 marking that is none of the five"),

  // Patterns
  STIX_PATTERN("§9", "a pattern that cannot be read"),
  STIX_PATTERN_REMARK("§9", WARNING, WARNING, "a pattern that may not mean what it seems to"),
  STIX_PATTERN_TYPE("§4.7", WARNING, WARNING, "a pattern in a language that is not checked"),

  // What the exchange can bear
  LIMIT_SIZE("our limit", "an object of too many bytes"),
  LIMIT_DEPTH("our limit", "values nested too deep"),
  LIMIT_PROPERTIES("our limit", "too many properties in one object or dictionary"),
  LIMIT_ELEMENTS("our limit", "too many elements in one list"),
  LIMIT_TEXT("our limit", "too long a text");

  private final String section;
  private final Severity strict;
  private final Severity compat;
  private final String sentence;

  Rule(String section, String sentence) {
    this(section, ERROR, ERROR, sentence);
  }

  Rule(String section, Severity strict, Severity compat, String sentence) {
    this.section = section;
    this.strict = strict;
    this.compat = compat;
    this.sentence = sentence;
  }

  /// Where the standard says so; empty when that depends on the property.
  public String section() {
    return section;
  }

  /// What breaking it means.
  public Severity severity(Profile profile) {
    return switch (profile) {
      case STRICT_GOV -> strict;
      case COMPAT -> compat;
    };
  }

  /// What breaks the rule.
  public String sentence() {
    return sentence;
  }
}
