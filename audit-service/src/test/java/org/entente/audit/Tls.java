package org.entente.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.entente.pki.CredentialFiles;

/** TLS for callers that are not {@link Caller}. */
final class Tls {

  private static final String PASSWORD = "pw";

  private Tls() {}

  static SSLContext context(Exchange exchange, CredentialFiles own)
      throws GeneralSecurityException, IOException {
    return context(exchange, own.credential().keyStore(PASSWORD));
  }

  /** A client that has no certificate to show. */
  static SSLContext withoutCertificate(Exchange exchange)
      throws GeneralSecurityException, IOException {
    return context(exchange, empty());
  }

  private static SSLContext context(Exchange exchange, KeyStore own)
      throws GeneralSecurityException, IOException {
    var trusted = empty();
    try (var in = Files.newInputStream(exchange.pki().exchangeAnchor())) {
      trusted.setCertificateEntry(
          "exchange", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
