package org.entente.gateway.door;

import io.vertx.core.http.HttpServerRequest;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.entente.kit.manifest.Sha256;

/** The certificate chain of the connection, leaf first, as TLS itself established it. */
record PeerCertificate(List<X509Certificate> chain, Sha256 leaf) {

  /** The chain; TLS has refused connections without one before any request could be read. */
  static PeerCertificate of(HttpServerRequest request) {
    try {
      Certificate[] peer = request.sslSession().getPeerCertificates();
      var chain = Arrays.stream(peer).map(X509Certificate.class::cast).toList();
      return new PeerCertificate(chain, Sha256.of(chain.getFirst().getEncoded()));
    } catch (SSLPeerUnverifiedException e) {
      throw new IllegalStateException("the door accepts no connection without a certificate", e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was parsed can be encoded", e);
    }
  }
}
