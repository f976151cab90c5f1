package org.entente.kit.manifest;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The bare signature verification. ECDSA by Bouncy Castle, which is several times faster than the
 * platform at it; RSA-PSS by the platform. The provider is passed explicitly and never registered.
 */
final class SignatureCheck {

  static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private SignatureCheck() {}

  /**
   * Whether the signature holds. Providers answer malformed signatures differently, some with an
   * exception and some with false, so every failure inside one is the same plain no.
   */
  static boolean holds(SigningPath path, byte[] input, byte[] signature) {
    SignatureAlgorithm algorithm = path.signer().algorithm();
    if (signature.length != length(algorithm, path.key())) {
      return false;
    }
    try {
      Signature verifier = instance(algorithm);
      verifier.initVerify(path.key());
      verifier.update(input);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  /** The key as the verifying provider's own class, converted once and not at each use. */
  static PublicKey key(PublicKey key) {
    if (!(key instanceof ECPublicKey)) {
      return key;
    }
    try {
      KeyFactory factory = KeyFactory.getInstance("EC", BOUNCY_CASTLE);
      return factory.generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Bouncy Castle cannot read a named-curve key", e);
    }
  }

  private static int length(SignatureAlgorithm algorithm, PublicKey key) {
    return switch (algorithm) {
      case ES256 -> 64;
      case ES384 -> 96;
      case PS256 -> key instanceof RSAPublicKey rsa ? (rsa.getModulus().bitLength() + 7) / 8 : -1;
    };
  }

  private static Signature instance(SignatureAlgorithm algorithm) throws GeneralSecurityException {
    return switch (algorithm) {
      case ES256 -> Signature.getInstance("SHA256withPLAIN-ECDSA", BOUNCY_CASTLE);
      case ES384 -> Signature.getInstance("SHA384withPLAIN-ECDSA", BOUNCY_CASTLE);
      case PS256 -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(PSS);
        yield pss;
      }
    };
  }
}
