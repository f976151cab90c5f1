package org.entente.kit.manifest;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.entente.kit.manifest.ManifestRejected.Code;

/**
 * The partners whose signatures count, and the certificate paths that were found to lead to them. A
 * good path is kept for five minutes; a bad one never, so that nobody can fill the memory with
 * them. Whether it is revoked is asked at each use. Thread-safe; to change the trust, make a new
 * one.
 */
public final class SigningTrust {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST_KEPT = 1024;

  private final Map<SignerUrn, PartnerTrust> signers = new HashMap<>();
  private final Revocation revocation;
  private final Clock clock;
  private final Map<Sha256, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(SigningPath path, Instant until) {}

  /** {@code clock} only decides how long a path is kept. */
  public SigningTrust(Collection<PartnerTrust> partners, Revocation revocation, Clock clock) {
    for (PartnerTrust partner : partners) {
      partner.signers().forEach(signer -> signers.put(signer, partner));
    }
    this.revocation = revocation;
    this.clock = clock;
  }

  /** The path for this chain, or SIG_TRUST, SIG_ALG or SIG_HEADER. */
  SigningPath path(CertificateChain chain, SignatureAlgorithm algorithm) {
    Sha256 fingerprint = chain.fingerprint();
    Instant now = clock.instant();
    Kept known = kept.get(fingerprint);
    if (known == null || !now.isBefore(known.until)) {
      known = new Kept(validate(chain, algorithm), now.plus(KEPT));
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(fingerprint, known);
    }
    requireKeyOf(known.path.signer().algorithm(), algorithm);
    return known.path;
  }

  private SigningPath validate(CertificateChain chain, SignatureAlgorithm algorithm) {
    List<X509Certificate> certificates = chain.certificates();
    X509Certificate leaf = certificates.getFirst();
    requireKeyOf(
        SignatureAlgorithm.of(leaf.getPublicKey()).orElseThrow(SigningTrust::otherKey), algorithm);
    SignerUrn urn = SignerProfile.signer(leaf).orElseThrow(SigningTrust::untrusted);
    PartnerTrust trust = Optional.ofNullable(signers.get(urn)).orElseThrow(SigningTrust::untrusted);
    List<X509Certificate> path =
        PathValidation.path(certificates, trust.anchors(), latestStart(certificates))
            .orElseThrow(SigningTrust::untrusted);
    List<X509Certificate> below = path.subList(0, path.size() - 1);
    if (!SignerProfile.fits(leaf) || !below.stream().allMatch(SignerProfile::strong)) {
      throw untrusted();
    }
    Signer signer = new Signer(urn, algorithm, chain.leaf(), certificates);
    return new SigningPath(signer, trust, SignatureCheck.key(leaf.getPublicKey()), path);
  }

  /** What was looked at, or SIG_REVOKED or REVOCATION_UNAVAILABLE; never remembered. */
  List<String> requireUnrevoked(SigningPath path, Instant at) {
    return Unrevoked.require(revocation, path, at);
  }

  /** Some moment at which the chain is valid, if there is any; other moments are judged later. */
  private static Date latestStart(List<X509Certificate> chain) {
    Stream<Date> starts = chain.stream().map(X509Certificate::getNotBefore);
    return starts.max(Date::compareTo).orElseThrow();
  }

  private static void requireKeyOf(SignatureAlgorithm key, SignatureAlgorithm header) {
    if (key != header) {
      throw otherKey();
    }
  }

  private static ManifestRejected otherKey() {
    return new ManifestRejected(
        Code.SIG_ALG, "The algorithm is not the one of the certificate's key.");
  }

  static ManifestRejected untrusted() {
    return new ManifestRejected(
        Code.SIG_TRUST, "The signer's certificate is not one that is registered and valid.");
  }
}
