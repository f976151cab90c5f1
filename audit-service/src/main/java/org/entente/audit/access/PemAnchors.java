package org.entente.audit.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;

/** Anchors in the form Vert.x takes. */
final class PemAnchors {

  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  static PemTrustOptions of(Set<X509Certificate> anchors) {
    var options = new PemTrustOptions();
    anchors.forEach(anchor -> options.addCertValue(Buffer.buffer(pem(anchor))));
    return options;
  }

  private static String pem(X509Certificate anchor) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + LINES.encodeToString(anchor.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was parsed can be encoded", e);
    }
  }

  private PemAnchors() {}
}
