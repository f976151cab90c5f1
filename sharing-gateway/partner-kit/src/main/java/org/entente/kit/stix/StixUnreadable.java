package org.entente.kit.stix;

/** The file is neither an envelope nor a bundle. */
public final class StixUnreadable extends RuntimeException {

  /** {@code detail} is a sentence for people. */
  public StixUnreadable(String detail) {
    super(detail);
  }
}
