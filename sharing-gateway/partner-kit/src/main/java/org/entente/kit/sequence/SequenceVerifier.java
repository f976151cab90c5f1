package org.entente.kit.sequence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.kit.manifest.ManifestRejected;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.SigningTrust;
import org.entente.kit.manifest.TokenVerifier;
import org.entente.kit.manifest.VerifiedToken;
import org.entente.kit.sequence.SequenceRejected.Code;

/** Verifies statements. No network, no files, no memory of what was seen before. Thread-safe. */
public final class SequenceVerifier {

  /** Clocks may differ by this much. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  /** A statement is signed when its request is sent; this is how long it may be under way. */
  private static final Duration OLDEST = Duration.ofMinutes(3);

  private final TokenVerifier tokens;

  /** Trusts nobody but the partners given. */
  public SequenceVerifier(SigningTrust trust) {
    this.tokens = new TokenVerifier(trust, SequenceStatement.TYPE);
  }

  /**
   * The request a statement must be about.
   *
   * @param partner of the certificate and the token
   * @param client of the token
   * @param url without query, under the exchange's public name
   * @param at when it arrived
   */
  public record Request(PartnerId partner, String client, String method, String url, Instant at) {}

  /** At the door: accepts the statement for this request, or {@link SequenceRejected}. */
  public VerifiedSequence verify(String token, Request request) {
    VerifiedSequence verified = verify(token, Optional.of(request.at()));
    SequenceStatement stated = verified.statement();
    boolean same =
        verified.signer().urn().partner().equals(request.partner())
            && stated.client().equals(request.client())
            && stated.method().equals(request.method())
            && stated.url().equals(request.url());
    if (!same) {
      throw new SequenceRejected(
          Code.SEQ_MISMATCH, "The statement is another client's, or about another request.");
    }
    if (stated.issuedAt().isAfter(request.at().plus(SKEW))
        || stated.issuedAt().isBefore(request.at().minus(OLDEST))) {
      throw new SequenceRejected(
          Code.SEQ_TIME, "The statement was not signed for a request of this time.");
    }
    return verified;
  }

  /** On a desk, at any later time: who stated what. Certificates count as of the signing. */
  public VerifiedSequence verify(String token) {
    return verify(token, Optional.empty());
  }

  private VerifiedSequence verify(String token, Optional<Instant> receivedAt) {
    VerifiedToken verified;
    try {
      verified = tokens.verify(token, receivedAt);
    } catch (ManifestRejected e) {
      throw SequenceRejected.of(e);
    }
    SequenceStatement statement = new SequenceClaims(verified.claims()).statement();
    if (!statement.issuedAt().equals(verified.issuedAt())) {
      throw new SequenceRejected(
          Code.SEQ_MALFORMED, "Header and claims state different times of signing.");
    }
    return new VerifiedSequence(statement, verified.sha256(), verified.signer());
  }
}
