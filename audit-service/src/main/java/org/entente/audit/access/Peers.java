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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.audit.record.Actor;
import org.entente.audit.revocation.Revocations;
import org.entente.revocation.Verdict;

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
  private final Revocations revocations;
  private final Clock clock;
  // Validating a path costs about as much as appending a record; recognised leaves are remembered.
  private final Map<X509Certificate, Recognised> recognised = new ConcurrentHashMap<>();

  private record Recognised(Peer peer, List<X509Certificate> path, Instant until) {}

  @Inject
  Peers(AccessConfig config, Revocations revocations, Clock clock) {
    this.services = Anchors.read(config.serviceAnchors());
    config.partners().forEach((id, p) -> partners.put(id, Anchors.read(p.tlsAnchors())));
    this.revocations = revocations;
    this.clock = clock;
  }

  /**
   * Whom this chain names. Whether it is revoked is asked at each request, so that a connection
   * that was opened before ends there.
   *
   * @param chain as sent, leaf first
   */
  Peer recognise(List<X509Certificate> chain) {
    var now = clock.instant();
    var known = recognised.get(chain.getFirst());
    if (known == null || !now.isBefore(known.until())) {
      known = validated(chain, now);
      remember(chain.getFirst(), known);
    }
    return switch (known.peer()) {
      case Peer.Service _ -> unrevoked(known, Revocations.SERVICES, Actor.UNKNOWN, now);
      case Peer.Client client -> unrevoked(known, client.partner(), client.partner(), now);
      case Peer.Revoked _, Peer.Unconfirmed _, Peer.Unknown _ -> new Peer.Unknown();
    };
  }

  private Peer unrevoked(Recognised known, String whose, String party, Instant now) {
    return switch (revocations.judge(whose, known.path(), now)) {
      case Verdict.Unchecked _, Verdict.Good _ -> known.peer();
      case Verdict.Revoked revoked -> new Peer.Revoked(party, revoked.list());
      case Verdict.Unavailable _ -> new Peer.Unconfirmed(known.peer());
    };
  }

  private Recognised validated(List<X509Certificate> chain, Instant now) {
    var leaf = chain.getFirst();
    var peer = CertificateName.of(leaf);
    var path =
        switch (peer) {
          case Peer.Service _ -> services.path(chain, now);
          case Peer.Client client ->
              Optional.ofNullable(partners.get(client.partner()))
                  .flatMap(anchors -> anchors.path(chain, now));
          case Peer.Revoked _, Peer.Unconfirmed _, Peer.Unknown _ ->
              Optional.<List<X509Certificate>>empty();
        };
    var end = leaf.getNotAfter().toInstant();
    var soon = now.plus(REMEMBER);
    var until = end.isBefore(soon) ? end : soon;
    return path.map(found -> new Recognised(peer, found, until))
        .orElseGet(() -> new Recognised(new Peer.Unknown(), List.of(), now));
  }

  /** What nobody can be recognised by is not remembered: strangers must not fill the memory. */
  private void remember(X509Certificate leaf, Recognised found) {
    if (found.path().isEmpty()) {
      return;
    }
    if (recognised.size() >= MOST_REMEMBERED) {
      recognised.clear();
    }
    recognised.put(leaf, found);
  }
}
