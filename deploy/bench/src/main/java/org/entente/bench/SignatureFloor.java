package org.entente.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Verifying ES256 signatures of real manifests with Bouncy Castle, as the gateway does, on all
 * cores and without anything else.
 */
final class SignatureFloor {

  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private final PublicKey key;
  private final byte[] input;
  private final byte[] signature;

  /**
   * @param key of the signer
   * @param manifest a compact JWS
   */
  SignatureFloor(PublicKey key, byte[] manifest) {
    String text = new String(manifest, US_ASCII);
    int dot = text.lastIndexOf('.');
    this.input = text.substring(0, dot).getBytes(US_ASCII);
    this.signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
    try {
      this.key =
          KeyFactory.getInstance("EC", BOUNCY_CASTLE)
              .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Bouncy Castle cannot read the signer's key", e);
    }
  }

  Floor measure(Plan plan) {
    int cores = Runtime.getRuntime().availableProcessors();
    ClosedLoop.run(cores, Limit.of(plan.floor()), i -> verify());
    Measured measured = ClosedLoop.run(cores, Limit.of(plan.floor()), i -> verify());
    return new Floor("ES256 verifications, all cores", measured.rate(1));
  }

  private void verify() {
    try {
      Signature verifier = Signature.getInstance("SHA256withPLAIN-ECDSA", BOUNCY_CASTLE);
      verifier.initVerify(key);
      verifier.update(input);
      if (!verifier.verify(signature)) {
        throw new IllegalStateException("a good signature was refused");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Bouncy Castle cannot verify", e);
    }
  }
}
