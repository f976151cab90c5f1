package org.entente.gateway.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads anchors. A file that cannot be read stops the start: no partner without its anchors. */
final class PemCertificates {

  static Set<X509Certificate> in(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      var certificates = CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (certificates.isEmpty()) {
        throw new IllegalArgumentException(file + " holds no certificate");
      }
      return certificates.stream().map(X509Certificate.class::cast).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException(file + " holds no readable certificates", e);
    }
  }

  private PemCertificates() {}
}
