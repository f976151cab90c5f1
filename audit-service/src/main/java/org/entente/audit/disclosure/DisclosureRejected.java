package org.entente.audit.disclosure;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** Record and disclosures do not belong together. */
public final class DisclosureRejected extends Refusal {

  private DisclosureRejected(RefusalCode code, String detail) {
    super(code, detail);
  }

  /** Malformed, doubled, foreign or in the wrong place: {@code DISCLOSURE_INVALID}. */
  public static DisclosureRejected invalid(String detail) {
    return new DisclosureRejected(RefusalCode.DISCLOSURE_INVALID, detail);
  }

  /** A digest whose disclosure did not come along: {@code DISCLOSURE_MISSING}. */
  public static DisclosureRejected missing(String detail) {
    return new DisclosureRejected(RefusalCode.DISCLOSURE_MISSING, detail);
  }

  /** The same fault, naming the line of the batch it was found in, counted from 1. */
  public DisclosureRejected inLine(int line) {
    return new DisclosureRejected(code(), "line " + line + ": " + detail());
  }
}
