package org.entente.agreement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Certificates of authorities, as they were when the agreement was read.
 *
 * @param certificates at least one, each of an authority
 */
public record Anchors(Set<X509Certificate> certificates) {

  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

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

  /** As PEM, one after the other. */
  public String pem() {
    return certificates.stream()
        .map(each -> LINES.encodeToString(encoded(each)))
        .map("-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"::formatted)
        .collect(Collectors.joining());
  }

  /** As a key store in memory. */
  public KeyStore keyStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (X509Certificate certificate : certificates) {
        store.setCertificateEntry("anchor-" + store.size(), certificate);
      }
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("every Java keeps certificates in memory", e);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was parsed can be encoded", e);
    }
  }
}
