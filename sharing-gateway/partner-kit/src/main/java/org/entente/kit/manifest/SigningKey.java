package org.entente.kit.manifest;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key that can sign manifests: a file, a PKCS#12 store or, later, a token behind PKCS#11. An
 * implementation may be slow and may ask a person; it is called once per signature.
 */
public interface SigningKey {

  /** The signer's certificate and those between it and the partner's signing CA, leaf first. */
  List<X509Certificate> chain();

  /** The algorithm of the leaf's key. */
  SignatureAlgorithm algorithm();

  /** The signature over these bytes in the form of RFC 7518: R‖S for ECDSA, the plain RSA-PSS. */
  byte[] sign(byte[] input);
}
