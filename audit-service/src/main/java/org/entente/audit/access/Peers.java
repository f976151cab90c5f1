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
import java.util.function.Supplier;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
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
  private final Supplier<Known> known;
  private final Revocations revocations;
  private final Clock clock;

  private record Recognised(Peer peer, List<X509Certificate> path, Instant until) {}

  /**
   * Under one agreement.
   *
   * @param recognised validating a path costs about as much as appending a record, so recognised
   *     leaves are remembered
   */
  private record Known(Map<String, Anchors> partners, Map<X509Certificate, Recognised> recognised) {

    static Known of(Agreement agreement) {
      var partners = new HashMap<String, Anchors>();
      agreement
          .parties()
          .forEach((id, party) -> partners.put(id, Anchors.of(party.tls().certificates())));
      return new Known(partners, new ConcurrentHashMap<>());
    }
  }

  @Inject
  Peers(AccessConfig config, InForce agreements, Revocations revocations, Clock clock) {
    this.services = Anchors.read(config.serviceAnchors());
    this.known = agreements.derive(Known::of);
    this.revocations = revocations;
    this.clock = clock;
  }

  /**
   * Whom this chain names.
   *
   * @param chain as sent, leaf first
   */
  Peer recognise(List<X509Certificate> chain) {
    var now = clock.instant();
    var agreed = known.get();
    var found = agreed.recognised().get(chain.getFirst());
    if (found == null || !now.isBefore(found.until())) {
      found = validated(agreed, chain, now);
      remember(agreed.recognised(), chain.getFirst(), found);
    }
    return switch (found.peer()) {
      case Peer.Service _ -> unrevoked(found, Revocations.SERVICES, Actor.UNKNOWN, now);
      case Peer.Client client -> unrevoked(found, client.partner(), client.partner(), now);
      case Peer.Revoked _, Peer.Unconfirmed _, Peer.Unknown _ -> new Peer.Unknown();
    };
  }

  private Peer unrevoked(Recognised found, String whose, String party, Instant now) {
    return switch (revocations.judge(whose, found.path(), now)) {
      case Verdict.Unchecked _, Verdict.Good _ -> found.peer();
      case Verdict.Revoked revoked -> new Peer.Revoked(party, revoked.list());
      case Verdict.Unavailable _ -> new Peer.Unconfirmed(found.peer());
    };
  }

  private Recognised validated(Known agreed, List<X509Certificate> chain, Instant now) {
    var leaf = chain.getFirst();
    var peer = CertificateName.of(leaf);
    var path =
        switch (peer) {
          case Peer.Service _ -> services.path(chain, now);
          case Peer.Client client ->
              Optional.ofNullable(agreed.partners().get(client.partner()))
                  .flatMap(anchors -> anchors.path(chain, now));
          case Peer.Revoked _, Peer.Unconfirmed _, Peer.Unknown _ ->
              Optional.<List<X509Certificate>>empty();
        };
    var end = leaf.getNotAfter().toInstant();
    var soon = now.plus(REMEMBER);
    var until = end.isBefore(soon) ? end : soon;
    return path.map(valid -> new Recognised(peer, valid, until))
        .orElseGet(() -> new Recognised(new Peer.Unknown(), List.of(), now));
  }

  /** What nobody can be recognised by is not remembered: strangers must not fill the memory. */
  private static void remember(
      Map<X509Certificate, Recognised> recognised, X509Certificate leaf, Recognised found) {
    if (found.path().isEmpty()) {
      return;
    }
    if (recognised.size() >= MOST_REMEMBERED) {
      recognised.clear();
    }
    recognised.put(leaf, found);
  }
}
