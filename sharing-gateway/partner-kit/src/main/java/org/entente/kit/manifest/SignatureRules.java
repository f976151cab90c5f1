package org.entente.kit.manifest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.kit.manifest.ManifestRejected.Code;

/** What holds of every signature, whatever its token states. */
record SignatureRules(SigningTrust trust) {

  /**
   * A signature that holds.
   *
   * @param path of the certificate that made it
   * @param revocation what was looked at
   */
  record Held(SigningPath path, List<String> revocation) {}

  /** What made this signature, or {@link ManifestRejected}. */
  Held require(Jws jws, Jws.Part part, Header header, Optional<Instant> receivedAt) {
    byte[] signature = Jws.decode(part.signature());
    CertificateChain chain = CertificateChain.decode(header.certificates());
    if (!chain.leaf().equals(header.leaf())) {
      throw Header.header("The header's x5t#S256 is not the digest of its certificate.");
    }
    SigningPath path = trust.path(chain, header.algorithm());
    if (!path.validAt(header.issuedAt()) || !receivedAt.map(path::validAt).orElse(true)) {
      throw SigningTrust.untrusted();
    }
    List<String> revocation = trust.requireUnrevoked(path, receivedAt.orElse(header.issuedAt()));
    if (!SignatureCheck.holds(path, jws.signingInput(part), signature)) {
      throw new ManifestRejected(
          Code.SIG_INVALID, "The signature does not belong to this token and certificate.");
    }
    return new Held(path, revocation);
  }
}
