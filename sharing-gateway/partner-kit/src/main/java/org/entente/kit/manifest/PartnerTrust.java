package org.entente.kit.manifest;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;

/**
 * Whose signatures count for one partner.
 *
 * @param anchors its signing CAs; never its TLS CAs, never the platform's
 * @param signers the signers that are registered; a certificate of the right CA is not enough
 * @param maxLifetime the longest {@code exp - iat} accepted
 */
public record PartnerTrust(
    PartnerId partner, Set<X509Certificate> anchors, Set<SignerUrn> signers, Duration maxLifetime) {

  /** The lifetime a partner gets unless agreed otherwise. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(10);

  /** The longest lifetime that can be agreed on (signing without a network). */
  public static final Duration LONGEST_LIFETIME = Duration.ofHours(24);

  /** Copies the sets; refuses a signer of another partner and a lifetime beyond 24 hours. */
  public PartnerTrust {
    anchors = Set.copyOf(anchors);
    signers = Set.copyOf(signers);
    for (SignerUrn signer : signers) {
      if (!signer.partner().equals(partner)) {
        throw new IllegalArgumentException(signer + " is no signer of partner " + partner);
      }
    }
    if (maxLifetime.isNegative() || maxLifetime.compareTo(LONGEST_LIFETIME) > 0) {
      throw new IllegalArgumentException("A manifest lives 24 hours at most.");
    }
  }

  /** Trust with the default lifetime. */
  public PartnerTrust(PartnerId partner, Set<X509Certificate> anchors, Set<SignerUrn> signers) {
    this(partner, anchors, signers, DEFAULT_LIFETIME);
  }
}
