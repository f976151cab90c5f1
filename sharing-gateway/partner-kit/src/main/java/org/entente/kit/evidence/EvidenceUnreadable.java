package org.entente.kit.evidence;

/** The answer holds no manifest and body that could be verified. */
public final class EvidenceUnreadable extends RuntimeException {

  EvidenceUnreadable(String detail) {
    super(detail);
  }
}
