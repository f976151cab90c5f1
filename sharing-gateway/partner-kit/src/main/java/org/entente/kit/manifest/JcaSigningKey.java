package org.entente.kit.manifest;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key that some JCA provider can use: software keys, and those of a PKCS#11 token. The
 * platform picks the provider by the key.
 */
public final class JcaSigningKey implements SigningKey {

  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final SignatureAlgorithm algorithm;

  /** Refuses a leaf whose key is of a kind that is not accepted for submissions. */
  public JcaSigningKey(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = List.copyOf(chain);
    this.algorithm =
        SignatureAlgorithm.of(this.chain.getFirst().getPublicKey())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "Submissions are signed with P-256, P-384 or RSA of 3072 bits and more."));
  }

  @Override
  public List<X509Certificate> chain() {
    return chain;
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public byte[] sign(byte[] input) {
    try {
      Signature signature = instance();
      signature.initSign(key);
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The private key cannot sign", e);
    }
  }

  private Signature instance() throws GeneralSecurityException {
    return switch (algorithm) {
      case ES256 -> Signature.getInstance("SHA256withECDSAinP1363Format");
      case ES384 -> Signature.getInstance("SHA384withECDSAinP1363Format");
      case PS256 -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(SignatureCheck.PSS);
        yield pss;
      }
    };
  }
}
