package org.entente.agreement;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Certificates of authorities, as they were when the agreement was read.
 *
 * @param certificates at least one, each of an authority
 */
public record Anchors(Set<X509Certificate> certificates) {

  /** Copies the set. */
  public Anchors {
    certificates = Ordered.copy(certificates);
  }

  /** Hexadecimal SHA-256 of each certificate, sorted: what they are, however they are stored. */
  public List<String> digests() {
    Set<String> digests = new TreeSet<>();
    for (X509Certificate certificate : certificates) {
      digests.add(HexFormat.of().formatHex(Digests.sha256(encoded(certificate))));
    }
    return List.copyOf(digests);
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was parsed can be encoded", e);
    }
  }
}
