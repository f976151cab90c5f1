package org.entente.agreement;

import java.util.Optional;

/**
 * How it stands with the file, for operators.
 *
 * @param digest of the agreement in force
 * @param trouble what is wrong with the file, or with taking it; empty when nothing is
 * @param changes how often another came into force since the start
 */
public record AgreementStanding(String digest, Optional<String> trouble, long changes) {

  static AgreementStanding of(Agreement first) {
    return new AgreementStanding(first.digest(), Optional.empty(), 0);
  }

  /** This is in force, and nothing is wrong; it may have been before. */
  AgreementStanding by(String inForce) {
    long more = inForce.equals(digest) ? 0 : 1;
    return new AgreementStanding(inForce, Optional.empty(), changes + more);
  }

  AgreementStanding troubled(String what) {
    return new AgreementStanding(digest, Optional.of(what), changes);
  }
}
