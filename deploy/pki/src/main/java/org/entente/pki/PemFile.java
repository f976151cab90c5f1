package org.entente.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates in a file. */
final class PemFile {

  static Path write(Path file, List<X509Certificate> certificates) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.writeString(file, Pem.certificates(certificates));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PemFile() {}
}
