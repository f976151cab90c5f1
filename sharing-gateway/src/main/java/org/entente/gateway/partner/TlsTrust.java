package org.entente.gateway.partner;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.entente.kit.manifest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Whose TLS certificate this is. TLS itself accepts any partner's CA; here a certificate counts
 * only for the partner whose own CA issued it, so no CA can make a certificate for another partner.
 * A good answer is kept for five minutes. Thread-safe.
 */
public final class TlsTrust {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST_KEPT = 1024;

  private final Map<String, Set<TrustAnchor>> anchors;
  private final Clock clock;
  private final Map<Sha256, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(ClientCertificate client, Instant until) {}

  /** TLS anchors by partner id. */
  TlsTrust(Map<String, Set<X509Certificate>> anchors, Clock clock) {
    this.anchors =
        anchors.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> trust(e.getValue())));
    this.clock = clock;
  }

  /** The client behind this chain (leaf first), or empty when it is no partner's. */
  public Optional<ClientCertificate> clientOf(Sha256 leaf, List<X509Certificate> chain) {
    Instant now = clock.instant();
    Kept known = kept.get(leaf);
    if (known != null && now.isBefore(known.until)) {
      return Optional.of(known.client);
    }
    Optional<ClientCertificate> client =
        ClientCertificate.claimedBy(chain.getFirst())
            .filter(claimed -> issuedBy(anchors.get(claimed.partner()), chain, now));
    client.ifPresent(found -> keep(leaf, new Kept(found, until(chain, now))));
    return client;
  }

  private void keep(Sha256 leaf, Kept found) {
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(leaf, found);
  }

  private static Instant until(List<X509Certificate> chain, Instant now) {
    Instant end = chain.getFirst().getNotAfter().toInstant();
    Instant soon = now.plus(KEPT);
    return end.isBefore(soon) ? end : soon;
  }

  private static boolean issuedBy(
      @Nullable Set<TrustAnchor> anchors, List<X509Certificate> chain, Instant at) {
    if (anchors == null) {
      return false;
    }
    try {
      var below =
          chain.stream()
              .takeWhile(c -> anchors.stream().noneMatch(a -> c.equals(a.getTrustedCert())))
              .toList();
      var parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      var path = CertificateFactory.getInstance("X.509").generateCertPath(below);
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
      return !below.isEmpty();
    } catch (CertPathValidatorException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform cannot validate certificate paths", e);
    }
  }

  private static Set<TrustAnchor> trust(Set<X509Certificate> certificates) {
    return certificates.stream().map(c -> new TrustAnchor(c, null)).collect(Collectors.toSet());
  }
}
