package org.entente.kit.manifest;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * One signature's signer.
 *
 * @param urn as in the certificate's subject alternative name
 * @param leaf SHA-256 of the leaf certificate's DER
 * @param chain as sent, leaf first
 */
public record Signer(
    SignerUrn urn, SignatureAlgorithm algorithm, Sha256 leaf, List<X509Certificate> chain) {

  /** Copies the list. */
  public Signer {
    chain = List.copyOf(chain);
  }
}
