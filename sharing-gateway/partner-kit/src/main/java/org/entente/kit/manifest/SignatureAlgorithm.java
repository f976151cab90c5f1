package org.entente.kit.manifest;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * The algorithms a submission may be signed with. Which one applies is decided by the key in the
 * certificate, never by the message (RFC 8725 section 3.1).
 */
public enum SignatureAlgorithm {
  /** ECDSA on P-256 with SHA-256 (RFC 7518 section 3.4). */
  ES256,
  /** ECDSA on P-384 with SHA-384. */
  ES384,
  /** RSASSA-PSS with SHA-256 and a salt of 32 bytes, keys of 3072 bits and more. */
  PS256;

  private static final int SMALLEST_RSA_BITS = 3072;

  /** The one algorithm this key signs with, or empty when such keys are not accepted. */
  public static Optional<SignatureAlgorithm> of(PublicKey key) {
    if (key instanceof ECPublicKey ec) {
      if (NamedCurve.P256.holds(ec)) {
        return Optional.of(ES256);
      }
      return NamedCurve.P384.holds(ec) ? Optional.of(ES384) : Optional.empty();
    }
    if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SMALLEST_RSA_BITS) {
      return Optional.of(PS256);
    }
    return Optional.empty();
  }

  /** The exact name, or empty: case variants and everything else are refused alike. */
  static Optional<SignatureAlgorithm> named(String name) {
    for (SignatureAlgorithm algorithm : values()) {
      if (algorithm.name().equals(name)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }
}
