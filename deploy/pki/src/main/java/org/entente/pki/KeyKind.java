package org.entente.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Kinds of keys certificates are made for; {@link #P256} is what the exchange uses everywhere. */
public enum KeyKind {
  P256("EC", "SHA256withECDSA"),
  P384("EC", "SHA384withECDSA"),
  RSA3072("RSA", "SHA256withRSA"),
  /** Too weak: for refusals. */
  RSA2048("RSA", "SHA256withRSA"),
  /** A good key whose algorithm no partner may sign with: for refusals. */
  ED25519("Ed25519", "Ed25519");

  private final String algorithm;
  private final String signatureAlgorithm;

  KeyKind(String algorithm, String signatureAlgorithm) {
    this.algorithm = algorithm;
    this.signatureAlgorithm = signatureAlgorithm;
  }

  /** The algorithm a certificate authority with such a key signs certificates with (JCA name). */
  public String signatureAlgorithm() {
    return signatureAlgorithm;
  }

  /** A fresh key pair. */
  public KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      switch (this) {
        case P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
        case P384 -> generator.initialize(new ECGenParameterSpec("secp384r1"));
        case RSA3072 -> generator.initialize(3072);
        case RSA2048 -> generator.initialize(2048);
        case ED25519 -> {}
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK generates " + this + " keys", e);
    }
  }
}
