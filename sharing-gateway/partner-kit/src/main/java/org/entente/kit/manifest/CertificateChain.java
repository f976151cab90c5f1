package org.entente.kit.manifest;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The certificates of one {@code x5c}: decoded, within the limits, not yet trusted. */
final class CertificateChain {

  private static final int MAX_CERTIFICATES = 4;
  private static final int MAX_BYTES = 16 * 1024;

  private final List<byte[]> encoded;

  private CertificateChain(List<byte[]> encoded) {
    this.encoded = encoded;
  }

  static CertificateChain decode(List<String> x5c) {
    if (x5c.size() > MAX_CERTIFICATES
        || x5c.stream().mapToLong(String::length).sum() > MAX_BYTES * 4L / 3 + MAX_CERTIFICATES) {
      throw ManifestRejected.chainTooLarge();
    }
    List<byte[]> encoded = new ArrayList<>();
    for (String text : x5c) {
      encoded.add(
          Base64Url.decodedStandard(text)
              .orElseThrow(() -> Header.header("The header's x5c is not a list of certificates.")));
    }
    if (encoded.isEmpty()) {
      throw Header.header("The header's x5c is empty.");
    }
    return new CertificateChain(encoded);
  }

  /** SHA-256 of the leaf's DER. */
  Sha256 leaf() {
    return Sha256.of(encoded.getFirst());
  }

  /** Names this exact sequence of certificates. */
  Sha256 fingerprint() {
    List<byte[]> digests = encoded.stream().map(der -> Sha256.of(der).bytes()).toList();
    return Sha256.ofAll(digests);
  }

  List<X509Certificate> certificates() {
    List<X509Certificate> certificates = new ArrayList<>();
    encoded.forEach(der -> certificates.add(certificate(der)));
    return certificates;
  }

  /** Parses one certificate and insists that the bytes hold it and nothing more. */
  private static X509Certificate certificate(byte[] der) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      ByteArrayInputStream in = new ByteArrayInputStream(der);
      if (factory.generateCertificate(in) instanceof X509Certificate certificate
          && Arrays.equals(certificate.getEncoded(), der)) {
        return certificate;
      }
    } catch (CertificateException e) {
      // Falls through: why it cannot be read is of no use to the sender.
    }
    throw Header.header("The header's x5c is not a list of certificates.");
  }
}
