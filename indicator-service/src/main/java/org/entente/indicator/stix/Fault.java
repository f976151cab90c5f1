package org.entente.indicator.stix;

import org.entente.stix.rule.Finding;

/// Why one object was not admitted.
///
/// @param code stable; of [FaultCode] or of the rules of STIX
/// @param section of the standard
/// @param pointer JSON pointer into the envelope
/// @param text what is wrong
public record Fault(String code, String section, String pointer, String text) {
  /// A fault of the exchange's own rules.
  public Fault(FaultCode code, String pointer, String text) {
    this(code.name(), code.section(), pointer, text);
  }

  /// What the validator found in the object at that place of the envelope.
  public static Fault of(Finding finding, StixObject object) {
    String section = finding.section();
    return new Fault(
        finding.ruleId(),
        section.startsWith("§") ? "STIX 2.1 " + section : section,
        StixObject.pointer(object.index()) + finding.pointer(),
        finding.message());
  }

  /// The message of a TAXII status entry; it names the section of the standard as well.
  public String message() {
    return code + " at " + pointer + ": " + text + " (" + section + ")";
  }
}
