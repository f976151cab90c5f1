package org.entente.audit.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom a command believes behind TLS. */
public final class PemTrust {

  private PemTrust() {}

  /**
   * Believes the authorities in these files only; empty when there are none.
   *
   * @throws CannotRun when one cannot be read
   */
  public static Optional<SSLContext> of(List<Path> files) {
    try {
      return files.isEmpty() ? Optional.empty() : Optional.of(context(files));
    } catch (IOException | GeneralSecurityException e) {
      throw new CannotRun("the authorities in " + files + " cannot be read: " + e.getMessage());
    }
  }

  private static SSLContext context(List<Path> files) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var reader = CertificateFactory.getInstance("X.509");
    for (var file : files) {
      try (var in = Files.newInputStream(file)) {
        for (var certificate : reader.generateCertificates(in)) {
          store.setCertificateEntry("anchor-" + store.size(), certificate);
        }
      }
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
