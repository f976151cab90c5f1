package org.entente.kit.manifest;

import java.util.List;

/**
 * A manifest whose every signature and claim held.
 *
 * @param sha256 over the manifest bytes as received
 * @param signers one per signature, all of one partner and with one URN
 * @param checks what was established, for the evidence record, such as {@code alg:ES256}
 */
public record VerifiedManifest(
    Claims claims, Sha256 sha256, List<Signer> signers, List<String> checks) {

  /** What verified it, for the evidence record. */
  public static final String VERIFIER = "entente-kit 0.1 / BC 1.87";

  /** Copies the lists. */
  public VerifiedManifest {
    signers = List.copyOf(signers);
    checks = List.copyOf(checks);
  }

  /** The partner that signed. */
  public PartnerId partner() {
    return claims.issuer();
  }

  /** The first signer; the others, if any, have the same URN and further keys. */
  public Signer signer() {
    return signers.getFirst();
  }
}
