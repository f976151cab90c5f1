package org.entente.audit.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.entente.audit.record.Call.Endpoint;
import org.entente.audit.record.Sha256;
import org.jspecify.annotations.Nullable;

/** The request that is being served, as a value. */
@Singleton
final class Visits {

  /** A request is of one peer from its begin to its end, recognised once. */
  private static final String PEER = Peer.class.getName();

  private final CurrentVertxRequest current;
  private final Peers peers;
  private final Supplier<UUID> uids;

  Visits(CurrentVertxRequest current, Peers peers, Supplier<UUID> uids) {
    this.current = current;
    this.peers = peers;
    this.uids = uids;
  }

  /** To be called while a request is served. */
  Visit current() {
    return of(current.getCurrent());
  }

  /** The request of this context. */
  Visit of(RoutingContext context) {
    var request = context.request();
    var chain = chain(request.sslSession());
    var peer = peer(context);
    var path = Objects.requireNonNullElse(request.path(), "");
    var query = Objects.requireNonNullElse(request.query(), "");
    return new Visit(
        uids.get(),
        peer,
        new Endpoint(request.remoteAddress().hostAddress(), Sha256.of(chain.getFirst())),
        request.method().name(),
        KeptAddress.of(path, query),
        request.headers().contains(HttpHeaders.AUTHORIZATION),
        behalf(peer, request.getHeader(OnBehalf.HEADER)));
  }

  /** A partner's client speaks for itself, whatever it says. */
  private static Optional<OnBehalf> behalf(Peer peer, @Nullable String header) {
    return peer instanceof Peer.Service && header != null
        ? OnBehalf.read(header)
        : Optional.empty();
  }

  /** Who calls, for paths that need nothing else. */
  Peer peer() {
    return peer(current.getCurrent());
  }

  /** Who calls with this request. */
  Peer peer(RoutingContext context) {
    Peer known = context.get(PEER);
    if (known != null) {
      return known;
    }
    var peer = peers.recognise(chain(context.request().sslSession()));
    context.put(PEER, peer);
    return peer;
  }

  private static List<X509Certificate> chain(SSLSession session) {
    try {
      return Arrays.stream(session.getPeerCertificates()).map(X509Certificate.class::cast).toList();
    } catch (SSLPeerUnverifiedException e) {
      throw new IllegalStateException("this port accepts no connection without a certificate", e);
    }
  }
}
