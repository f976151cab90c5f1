package org.entente.kit.manifest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.kit.manifest.ManifestRejected.Code;

/**
 * Verifies submission manifests: the same code at the door (what is expected is known), in the kit
 * and for an auditor (offline, at a past time). No network, no files, thread-safe; one instance
 * serves a whole process.
 */
public final class ManifestVerifier {

  private final SigningTrust trust;

  /** Trusts nobody but the partners given. */
  public ManifestVerifier(SigningTrust trust) {
    this.trust = trust;
  }

  /**
   * Accepts the manifest or throws {@link ManifestRejected}. The order is fixed: form, header,
   * certificate, signature, claims, partner, body; so a claim is only looked at when it is signed.
   *
   * @param manifest as received: at most 64 KiB, compact or general JSON
   */
  public VerifiedManifest verify(byte[] manifest, Body body, Expectation expected) {
    Jws jws = Jws.parse(manifest);
    List<SigningPath> paths = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    for (Jws.Part part : jws.signatures()) {
      Header header = Header.parse(Jws.decode(part.header()));
      paths.add(signedBy(jws, part, header, expected));
      times.add(header.issuedAt());
    }
    Claims claims = Claim.parse(Jws.decode(jws.payload()));
    ClaimRules rules = new ClaimRules(claims, expected);
    rules.requireSameIssueTime(times);
    rules.requireTimeWindow(paths.getFirst().trust().maxLifetime());
    requireOneSigner(paths);
    rules.requirePartner(paths.getFirst().signer().urn());
    rules.requireDestination();
    rules.requireBody(body);
    return verified(claims, Sha256.of(manifest), paths);
  }

  private SigningPath signedBy(Jws jws, Jws.Part part, Header header, Expectation expected) {
    byte[] signature = Jws.decode(part.signature());
    CertificateChain chain = CertificateChain.decode(header.certificates());
    if (!chain.leaf().equals(header.leaf())) {
      throw Header.header("The header's x5t#S256 is not the digest of its certificate.");
    }
    SigningPath path = trust.path(chain, header.algorithm());
    if (!path.validAt(header.issuedAt())
        || !expected.receivedAt().map(path::validAt).orElse(true)) {
      throw SigningTrust.untrusted();
    }
    if (!SignatureCheck.holds(path, jws.signingInput(part), signature)) {
      throw new ManifestRejected(
          Code.SIG_INVALID, "The signature does not belong to this manifest and certificate.");
    }
    return path;
  }

  /** Several signatures are one signer with several keys, each used once. */
  private static void requireOneSigner(List<SigningPath> paths) {
    SignerUrn first = paths.getFirst().signer().urn();
    Set<Sha256> leaves = new HashSet<>();
    for (SigningPath path : paths) {
      if (!path.signer().urn().equals(first) || !leaves.add(path.signer().leaf())) {
        throw new ManifestRejected(
            Code.SIGNER_PARTNER_MISMATCH, "The signatures are not by one signer's different keys.");
      }
    }
  }

  private static VerifiedManifest verified(Claims claims, Sha256 sha256, List<SigningPath> paths) {
    List<Signer> signers = paths.stream().map(SigningPath::signer).toList();
    List<String> checks = new ArrayList<>(List.of("form", "header"));
    signers.forEach(signer -> checks.add("alg:" + signer.algorithm()));
    checks.addAll(List.of("path", "signature", "claims", "partner", "body"));
    return new VerifiedManifest(claims, sha256, signers, checks);
  }
}
