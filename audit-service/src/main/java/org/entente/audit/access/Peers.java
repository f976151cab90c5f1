package org.entente.audit.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Recognises certificates: a name counts only when the authority for exactly that name issued it. A
 * partner's authority can sign any name it likes; it convinces nobody here. Thread-safe.
 */
@Singleton
final class Peers {

  private static final Duration REMEMBER = Duration.ofMinutes(5);
  private static final int MOST_REMEMBERED = 1_000;

  private final Anchors services;
  private final Map<String, Anchors> partners = new HashMap<>();
  private final Clock clock;
  // Validating a path costs about as much as appending a record; recognised leaves are remembered.
  private final Map<X509Certificate, Recognised> recognised = new ConcurrentHashMap<>();

  private record Recognised(Peer peer, Instant until) {}

  @Inject
  Peers(AccessConfig config, Clock clock) {
    this.services = Anchors.read(config.serviceAnchors());
    config.partners().forEach((id, p) -> partners.put(id, Anchors.read(p.tlsAnchors())));
    this.clock = clock;
  }

  /**
   * Whom this chain names.
   *
   * @param chain as sent, leaf first
   */
  Peer recognise(List<X509Certificate> chain) {
    var leaf = chain.getFirst();
    var now = clock.instant();
    var known = recognised.get(leaf);
    if (known != null && now.isBefore(known.until())) {
      return known.peer();
    }
    var peer = CertificateName.of(leaf);
    var accepted =
        switch (peer) {
          case Peer.Service _ -> services.accept(chain, now);
          case Peer.Client client -> accepts(client.partner(), chain, now);
          case Peer.Unknown _ -> false;
        };
    return accepted ? remember(leaf, peer, now) : new Peer.Unknown();
  }

  private boolean accepts(String partner, List<X509Certificate> chain, Instant now) {
    var anchors = partners.get(partner);
    return anchors != null && anchors.accept(chain, now);
  }

  private Peer remember(X509Certificate leaf, Peer peer, Instant now) {
    if (recognised.size() >= MOST_REMEMBERED) {
      recognised.clear();
    }
    var end = leaf.getNotAfter().toInstant();
    var until = now.plus(REMEMBER);
    recognised.put(leaf, new Recognised(peer, end.isBefore(until) ? end : until));
    return peer;
  }
}
