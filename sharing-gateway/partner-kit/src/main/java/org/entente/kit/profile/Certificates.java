package org.entente.kit.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads PEM certificates. */
public final class Certificates {

  private Certificates() {}

  /** All certificates of a file in their order, at least one, or {@link ProfileInvalid}. */
  public static List<X509Certificate> in(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (certificates.isEmpty()) {
        throw new ProfileInvalid(file + " holds no certificate.");
      }
      return certificates;
    } catch (IOException | CertificateException e) {
      throw new ProfileInvalid("The certificates in " + file + " cannot be read.", e);
    }
  }
}
