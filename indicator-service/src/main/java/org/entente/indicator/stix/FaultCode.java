package org.entente.indicator.stix;

/// Stable codes of faults of single objects that STIX's own rules do not cover; partners' software
/// may branch on them. The rules of STIX have codes of their own (`contract/STIX-RULES.md`).
public enum FaultCode {
  STIX_OWNERSHIP("STIX 2.1 §3.6.2"),
  STIX_IMPERSONATION("STIX 2.1 §3.2, §3.6.2"),
  STIX_CREATED_CHANGED("STIX 2.1 §3.2, §3.6"),
  STIX_AUTHOR_CHANGED("STIX 2.1 §3.6.2"),
  STIX_REVOKED("STIX 2.1 §3.6"),
  VERSION_CONFLICT("STIX 2.1 §3.6"),
  MARKING_MISSING("STIX 2.1 §7.2.1, TLP 2.0");

  private final String section;

  FaultCode(String section) {
    this.section = section;
  }

  /// Where the standard says so.
  public String section() {
    return section;
  }
}
