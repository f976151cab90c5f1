package org.entente.gateway.record;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Keeps each request's attempt with the request. */
@ApplicationScoped
public class Attempts {

  private static final String KEY = Attempt.class.getName();

  private final Clock clock;
  private final Supplier<UUID> uids;

  Attempts(Clock clock, Supplier<UUID> uids) {
    this.clock = clock;
    this.uids = uids;
  }

  /** Notes a request that has just arrived behind this certificate. */
  public Attempt begin(RoutingContext context, String tlsLeaf) {
    HttpServerRequest request = context.request();
    var http =
        new Attempt.Http(
            request.method().name(), pathAsSent(request), request.remoteAddress().hostAddress());
    var particulars = Particulars.ofQuery(disclosed(request));
    var attempt =
        new Attempt(uids.get(), clock.instant(), http, Actor.behind(tlsLeaf), particulars);
    context.put(KEY, attempt);
    return attempt;
  }

  /** What is known of this request now. */
  public static Attempt of(RoutingContext context) {
    Attempt attempt = context.get(KEY);
    if (attempt == null) {
      throw new IllegalStateException("no request passes the door without an attempt");
    }
    return attempt;
  }

  /** Whether this request has an attempt yet. */
  public static boolean began(RoutingContext context) {
    return context.get(KEY) != null;
  }

  /** Learns more about this request. */
  public static Attempt learn(RoutingContext context, UnaryOperator<Attempt> more) {
    Attempt wiser = more.apply(of(context));
    context.put(KEY, wiser);
    return wiser;
  }

  /** Learns which list says that a certificate of this request is revoked. */
  public static void learnRevoked(RoutingContext context, String list) {
    learn(context, known -> known.with(known.particulars().withRevocationLists(List.of(list))));
  }

  /** The query, unless it is a value somebody looks up: that is nobody's to read, for ever. */
  private static Optional<String> disclosed(HttpServerRequest request) {
    boolean lookup = Operation.of(request.method().name(), pathAsSent(request)) == Operation.LOOKUP;
    return lookup ? Optional.empty() : Optional.ofNullable(request.query());
  }

  private static String pathAsSent(HttpServerRequest request) {
    String path = request.path();
    return path == null ? request.uri() : path;
  }
}
