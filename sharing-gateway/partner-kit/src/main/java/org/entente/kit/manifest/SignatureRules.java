package org.entente.kit.manifest;

import java.time.Instant;
import java.util.Optional;
import org.entente.kit.manifest.ManifestRejected.Code;

/** What holds of every signature, whatever its token states. */
record SignatureRules(SigningTrust trust) {

  /** The trusted path of the certificate that made this signature, or {@link ManifestRejected}. */
  SigningPath require(Jws jws, Jws.Part part, Header header, Optional<Instant> receivedAt) {
    byte[] signature = Jws.decode(part.signature());
    CertificateChain chain = CertificateChain.decode(header.certificates());
    if (!chain.leaf().equals(header.leaf())) {
      throw Header.header("The header's x5t#S256 is not the digest of its certificate.");
    }
    SigningPath path = trust.path(chain, header.algorithm());
    if (!path.validAt(header.issuedAt()) || !receivedAt.map(path::validAt).orElse(true)) {
      throw SigningTrust.untrusted();
    }
    if (!SignatureCheck.holds(path, jws.signingInput(part), signature)) {
      throw new ManifestRejected(
          Code.SIG_INVALID, "The signature does not belong to this token and certificate.");
    }
    return path;
  }
}
