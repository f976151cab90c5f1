package org.entente.indicator.call;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.audit.Trait;
import org.entente.indicator.refusal.Refusal.CallerUnknown;

/// One request as it came over the wire, before anybody is believed.
final class Connection {
  private static final String CHECKED_UNTIL = Connection.class.getName();

  private final RoutingContext context;

  Connection(RoutingContext context) {
    this.context = context;
  }

  /// Somebody at this address, for the record of a refusal.
  Actor stranger(UUID request) {
    Map<Trait, String> texts = new EnumMap<>(Trait.class);
    texts.put(Trait.IP, context.request().remoteAddress().hostAddress());
    texts.put(Trait.METHOD, context.request().method().name());
    String path = Objects.requireNonNullElse(context.request().path(), "/");
    texts.put(Trait.PATH, path.length() <= 256 ? path : path.substring(0, 256));
    return Actor.unknown(request, texts);
  }

  /// The call of a known service on behalf of the actor it names.
  ///
  /// @throws CallerUnknown when the certificate or the header is not a caller's
  Call open(ServiceCallers callers) {
    if (!acceptedBy(callers)) {
      throw new CallerUnknown("the client certificate is not a caller's");
    }
    Map<String, String> headers = headers(context.request());
    String header = headers.getOrDefault(CallerHeader.NAME, "");
    return new Call(CallerHeader.read(header), query(), headers);
  }

  /// The query as it was sent, empty if none.
  String rawQuery() {
    String query = context.request().query();
    return query == null ? "" : query;
  }

  private boolean acceptedBy(ServiceCallers callers) {
    SSLSession session = context.request().sslSession();
    if (session == null) {
      return false;
    }
    Instant now = callers.now();
    if (session.getValue(CHECKED_UNTIL) instanceof Instant until && now.isBefore(until)) {
      return true;
    }
    boolean accepted = callers.accept(chain(session));
    if (accepted) {
      session.putValue(CHECKED_UNTIL, now.plus(ServiceCallers.CHECK_LIFETIME));
    }
    return accepted;
  }

  private static List<X509Certificate> chain(SSLSession session) {
    try {
      return Arrays.stream(session.getPeerCertificates())
          .filter(X509Certificate.class::isInstance)
          .map(X509Certificate.class::cast)
          .toList();
    } catch (SSLPeerUnverifiedException e) {
      return List.of();
    }
  }

  private Map<String, List<String>> query() {
    MultiMap parameters = context.queryParams();
    Map<String, List<String>> query = new HashMap<>();
    parameters.names().forEach(name -> query.put(name, List.copyOf(parameters.getAll(name))));
    return query;
  }

  private static Map<String, String> headers(HttpServerRequest request) {
    Map<String, String> headers = new HashMap<>();
    request
        .headers()
        .forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }
}
