package org.entente.kit.manifest;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A chain that leads to a partner's anchor, with the time in which all of it is valid.
 *
 * @param key the leaf's public key, in the form the verifying provider likes best
 */
record SigningPath(
    Signer signer, PartnerTrust trust, PublicKey key, Instant notBefore, Instant notAfter) {

  static SigningPath of(
      Signer signer, PartnerTrust trust, PublicKey key, List<X509Certificate> path) {
    Instant notBefore = Instant.MIN;
    Instant notAfter = Instant.MAX;
    for (X509Certificate certificate : path) {
      Instant from = certificate.getNotBefore().toInstant();
      Instant to = certificate.getNotAfter().toInstant();
      notBefore = from.isAfter(notBefore) ? from : notBefore;
      notAfter = to.isBefore(notAfter) ? to : notAfter;
    }
    return new SigningPath(signer, trust, key, notBefore, notAfter);
  }

  boolean validAt(Instant time) {
    return !time.isBefore(notBefore) && !time.isAfter(notAfter);
  }
}
