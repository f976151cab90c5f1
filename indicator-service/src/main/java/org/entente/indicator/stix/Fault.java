package org.entente.indicator.stix;

/// Why one object was not admitted: a stable code, where (JSON pointer into the envelope) and what
/// is wrong.
public record Fault(FaultCode code, String pointer, String text) {
  /// The message of a TAXII status entry; it names the section of the standard as well.
  public String message() {
    return code + " at " + pointer + ": " + text + " (" + code.section() + ")";
  }
}
