package org.entente.kit.stix;

/** The file is neither an envelope nor a bundle. */
public final class StixUnreadable extends RuntimeException {

  StixUnreadable(String detail) {
    super(detail);
  }
}
