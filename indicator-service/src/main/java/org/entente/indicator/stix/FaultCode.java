package org.entente.indicator.stix;

/// Stable codes of faults of single objects; partners' software may branch on them.
public enum FaultCode {
  STIX_TYPE("STIX 2.1 §8"),
  STIX_ID("STIX 2.1 §2.9"),
  STIX_REQUIRED("STIX 2.1 §3.2"),
  STIX_VALUE("STIX 2.1 §3.2"),
  STIX_EMPTY("STIX 2.1 §2.3, §2.12"),
  STIX_SPEC_VERSION("STIX 2.1 §3.2"),
  STIX_TIMESTAMP("STIX 2.1 §2.16, §3.2"),
  STIX_OWNERSHIP("STIX 2.1 §3.6.2"),
  STIX_IMPERSONATION("STIX 2.1 §3.2, §3.6.2"),
  STIX_REVOKED("STIX 2.1 §3.6"),
  VERSION_CONFLICT("STIX 2.1 §3.6"),
  MARKING_MISSING("STIX 2.1 §7.2.1, TLP 2.0"),
  MARKING_UNSUPPORTED("STIX 2.1 §7.2.1.4, TLP 2.0");

  private final String section;

  FaultCode(String section) {
    this.section = section;
  }

  /// Where the standard says so.
  public String section() {
    return section;
  }
}
