package org.entente.timestamp;

import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whose time stamps are believed.
 *
 * @param anchors authorities that issue time-stamp certificates, at least one
 * @param policy object identifier of the only policy that is accepted; empty: any
 */
public record TimeStampTrust(Set<X509Certificate> anchors, Optional<String> policy) {

  /** Copies the anchors. */
  public TimeStampTrust {
    anchors = Set.copyOf(anchors);
    if (anchors.isEmpty()) {
      throw new IllegalArgumentException("no authority to believe");
    }
  }

  /**
   * Believes the authorities in this PEM text, under any policy.
   *
   * @throws IllegalArgumentException when there is none in it
   */
  public static TimeStampTrust ofPem(InputStream pem) {
    try {
      var anchors = new HashSet<X509Certificate>();
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        anchors.add((X509Certificate) certificate);
      }
      return new TimeStampTrust(anchors, Optional.empty());
    } catch (CertificateException e) {
      throw new IllegalArgumentException("no certificates", e);
    }
  }
}
