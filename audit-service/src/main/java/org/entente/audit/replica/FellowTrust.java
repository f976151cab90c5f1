package org.entente.audit.replica;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import org.entente.audit.access.Fellows;

/**
 * Believes fellow replicas alone. The leader is called at an address that no certificate has, so it
 * is not a host's name that is held against the certificate, but the name of this service (RFC 9525
 * section 6.5, URI-ID), which no other service has.
 */
record FellowTrust(Fellows fellows) implements X509TrustManager {

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    if (!fellows.serve(List.of(chain))) {
      throw new CertificateException("not a replica of this service");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("nobody calls here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
