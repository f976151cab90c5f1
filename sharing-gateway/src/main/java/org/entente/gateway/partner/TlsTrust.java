package org.entente.gateway.partner;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  /**
   * Who is at the other end of a connection.
   *
   * @param path leaf first, the partner's anchor last
   */
  public record Peer(ClientCertificate client, List<X509Certificate> path) {

    /** Copies the list. */
    public Peer {
      path = List.copyOf(path);
    }
  }

  private record Kept(Peer peer, Instant until) {}

  /** TLS anchors by partner id. */
  TlsTrust(Map<String, Set<X509Certificate>> anchors, Clock clock) {
    this.anchors =
        anchors.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> trust(e.getValue())));
    this.clock = clock;
  }

  /** Who is behind this chain (leaf first), or empty when it is no partner's. */
  public Optional<Peer> peer(Sha256 leaf, List<X509Certificate> chain) {
    Instant now = clock.instant();
    Kept known = kept.get(leaf);
    if (known != null && now.isBefore(known.until)) {
      return Optional.of(known.peer);
    }
    Optional<Peer> peer =
        ClientCertificate.claimedBy(chain.getFirst())
            .flatMap(claimed ->
                path(anchors.get(claimed.partner()), chain, now)
                    .map(path -> new Peer(claimed, path)));
    peer.ifPresent(found -> keep(leaf, new Kept(found, until(chain, now))));
    return peer;
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

  private static Optional<List<X509Certificate>> path(
      @Nullable Set<TrustAnchor> anchors, List<X509Certificate> chain, Instant at) {
    if (anchors == null) {
      return Optional.empty();
    }
    var below =
        chain.stream()
            .takeWhile(c -> anchors.stream().noneMatch(a -> c.equals(a.getTrustedCert())))
            .toList();
    if (below.isEmpty()) {
      return Optional.empty();
    }
    try {
      var parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false); // Revocation is asked separately, at each request.
      parameters.setDate(Date.from(at));
      var path = CertificateFactory.getInstance("X.509").generateCertPath(below);
      var valid = CertPathValidator.getInstance("PKIX").validate(path, parameters);
      var whole = new ArrayList<>(below);
      whole.add(((PKIXCertPathValidatorResult) valid).getTrustAnchor().getTrustedCert());
      return Optional.of(whole);
    } catch (CertPathValidatorException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform cannot validate certificate paths", e);
    }
  }

  private static Set<TrustAnchor> trust(Set<X509Certificate> certificates) {
    return certificates.stream().map(c -> new TrustAnchor(c, null)).collect(Collectors.toSet());
  }
}
