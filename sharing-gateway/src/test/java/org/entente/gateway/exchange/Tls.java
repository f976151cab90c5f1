package org.entente.gateway.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.entente.pki.CredentialFiles;

/** TLS contexts from the throw-away PKI. */
public final class Tls {

  /** Presents this credential and trusts these anchors. */
  public static SSLContext of(CredentialFiles own, Path anchors)
      throws GeneralSecurityException, IOException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(
        own.credential().keyStore(CredentialFiles.PASSWORD),
        CredentialFiles.PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trusting(anchors), null);
    return context;
  }

  /** Trusts these anchors. */
  public static TrustManager[] trusting(Path anchors) throws GeneralSecurityException, IOException {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trustStore(anchors));
    return trust.getTrustManagers();
  }

  /** These anchors as a key store. */
  static KeyStore trustStore(Path anchors) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(anchors)) {
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("anchor" + store.size(), certificate);
      }
    }
    return store;
  }

  private Tls() {}
}
