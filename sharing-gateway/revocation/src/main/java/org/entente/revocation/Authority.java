package org.entente.revocation;

import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;

/**
 * An authority, by name and key both: a certificate that was renewed with the same key is the same
 * authority, and one of the same name with another key is not.
 *
 * @param key hexadecimal SHA-256 of its SubjectPublicKeyInfo
 */
public record Authority(X500Principal name, String key) {

  /** The authority that this certificate is of. */
  public static Authority of(X509Certificate certificate) {
    return new Authority(
        certificate.getSubjectX500Principal(),
        Digests.hex(certificate.getPublicKey().getEncoded()));
  }

  /** Its name for people. */
  @Override
  public String toString() {
    return name.getName();
  }
}
