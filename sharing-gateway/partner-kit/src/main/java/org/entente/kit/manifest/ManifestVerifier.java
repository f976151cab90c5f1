package org.entente.kit.manifest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.kit.manifest.ManifestRejected.Code;

/**
 * Verifies submission manifests: the same code at the door (what is expected is known), in the kit
 * and for an auditor (offline, at a past time). No network, no files, thread-safe; one instance
 * serves a whole process.
 */
public final class ManifestVerifier {

  /** The header's {@code typ}. */
  static final String TYPE = "entente-submission+jwt";

  private final SignatureRules signatures;

  /** Trusts nobody but the partners given. */
  public ManifestVerifier(SigningTrust trust) {
    this.signatures = new SignatureRules(trust);
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
    Set<String> revocation = new LinkedHashSet<>();
    for (Jws.Part part : jws.signatures()) {
      Header header = Header.parse(Jws.decode(part.header()), TYPE);
      SignatureRules.Held held = signatures.require(jws, part, header, expected.receivedAt());
      paths.add(held.path());
      revocation.addAll(held.revocation());
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
    return verified(claims, Sha256.of(manifest), paths, revocation);
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

  private static VerifiedManifest verified(
      Claims claims, Sha256 sha256, List<SigningPath> paths, Set<String> revocation) {
    List<Signer> signers = paths.stream().map(SigningPath::signer).toList();
    List<String> checks = new ArrayList<>(List.of("form", "header"));
    signers.forEach(signer -> checks.add("alg:" + signer.algorithm()));
    checks.add("path");
    checks.addAll(revocation);
    checks.addAll(List.of("signature", "claims", "partner", "body"));
    return new VerifiedManifest(claims, sha256, signers, checks);
  }
}
