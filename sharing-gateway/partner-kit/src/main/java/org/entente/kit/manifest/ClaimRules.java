package org.entente.kit.manifest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.kit.manifest.Claims.SignedBody;
import org.entente.kit.manifest.ManifestRejected.Code;

/** Compares signed claims with what the verifier knows. */
record ClaimRules(Claims claims, Expectation expected) {

  /** Clocks may differ by this much. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  void requireSameIssueTime(List<Instant> headers) {
    if (!headers.stream().allMatch(claims.issuedAt()::equals)) {
      throw time("Header and claims state different times of signing.");
    }
  }

  void requireTimeWindow(Duration maxLifetime) {
    Instant issued = claims.issuedAt();
    Instant expires = claims.expiresAt();
    if (!expires.isAfter(issued) || Duration.between(issued, expires).compareTo(maxLifetime) > 0) {
      throw time("The manifest's lifetime is not one that was agreed.");
    }
    expected.receivedAt().ifPresent(this::requireWindowAround);
  }

  private void requireWindowAround(Instant received) {
    if (claims.issuedAt().isAfter(received.plus(SKEW))) {
      throw time("The manifest was signed in the future.");
    }
    if (claims.expiresAt().isBefore(received.minus(SKEW))) {
      throw time("The manifest has expired.");
    }
  }

  void requirePartner(SignerUrn signer) {
    boolean same =
        claims.subject().equals(signer)
            && claims.issuer().equals(signer.partner())
            && expected.partner().map(claims.issuer()::equals).orElse(true);
    if (!same) {
      throw new ManifestRejected(
          Code.SIGNER_PARTNER_MISMATCH,
          "Signer, claims and connection do not belong to the same partner.");
    }
  }

  void requireDestination() {
    if (differs(expected.audience(), claims.audience())) {
      throw new ManifestRejected(Code.CLAIM_AUD, "The manifest was made for another exchange.");
    }
    if (differs(expected.collection(), claims.collection())) {
      throw new ManifestRejected(Code.CLAIM_COL, "The manifest was made for another collection.");
    }
  }

  private static boolean differs(Optional<String> wanted, String stated) {
    return wanted.isPresent() && !wanted.get().equals(stated);
  }

  void requireBody(Body body) {
    SignedBody signed = claims.body();
    boolean same =
        isExpected(signed.contentType())
            && signed.size() == body.size()
            && signed.sha256().equals(body.sha256())
            && (signed.sha384().isEmpty() || signed.sha384().equals(body.sha384()));
    if (!same) {
      throw new ManifestRejected(Code.BODY_DIGEST, "The body is not the one that was signed.");
    }
  }

  private boolean isExpected(String contentType) {
    return expected
        .content()
        .map(content -> content.mediaType().equals(contentType))
        .orElseGet(() -> Content.isKnown(contentType));
  }

  private static ManifestRejected time(String detail) {
    return new ManifestRejected(Code.CLAIM_TIME, detail);
  }
}
