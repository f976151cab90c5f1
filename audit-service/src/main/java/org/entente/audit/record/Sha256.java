package org.entente.audit.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** Digests as records spell them: base64url without padding. */
public final class Sha256 {

  private Sha256() {}

  /** The digest of these bytes. */
  public static String of(byte[] bytes) {
    return base64url(digest().digest(bytes));
  }

  /** The digest of a certificate's DER. */
  public static String of(X509Certificate certificate) {
    try {
      return of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("what TLS parsed can be encoded", e);
    }
  }

  /** Takes what does not come at once. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A digest or leaf hash that is there already, spelled. */
  public static String base64url(byte[] hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
