package org.entente.kit.manifest;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A chain that leads to a partner's anchor.
 *
 * @param key the leaf's public key, in the form the verifying provider likes best
 * @param certificates leaf first, the anchor last
 */
record SigningPath(
    Signer signer, PartnerTrust trust, PublicKey key, List<X509Certificate> certificates) {

  /** Copies the list. */
  SigningPath {
    certificates = List.copyOf(certificates);
  }

  /** Whether all of it is valid then. */
  boolean validAt(Instant time) {
    return certificates.stream()
        .noneMatch(each ->
            time.isBefore(each.getNotBefore().toInstant())
                || time.isAfter(each.getNotAfter().toInstant()));
  }
}
