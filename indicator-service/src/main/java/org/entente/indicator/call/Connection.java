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
import org.jspecify.annotations.Nullable;

/// One request as it came over the wire, before anybody is believed.
final class Connection {
  private static final String CHECKED = Connection.class.getName();

  private record Checked(List<X509Certificate> path, Instant until) {}

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
    List<X509Certificate> path = pathBy(callers);
    if (path.isEmpty()) {
      throw new CallerUnknown("the client certificate is not a caller's");
    }
    callers.requireUnrevoked(path);
    Map<String, String> headers = headers(context.request());
    String header = headers.getOrDefault(CallerHeader.NAME, "");
    return new Call(CallerHeader.read(header), query(), headers);
  }

  /// A header as it was sent, if it was.
  @Nullable String header(String name) {
    return context.request().getHeader(name);
  }

  /// The query as it was sent, empty if none.
  String rawQuery() {
    String query = context.request().query();
    return query == null ? "" : query;
  }

  /// Whether its certificate is a caller's.
  boolean acceptedBy(ServiceCallers callers) {
    return !pathBy(callers).isEmpty();
  }

  /// Validated once a minute for a connection.
  private List<X509Certificate> pathBy(ServiceCallers callers) {
    SSLSession session = context.request().sslSession();
    if (session == null) {
      return List.of();
    }
    Instant now = callers.now();
    if (session.getValue(CHECKED) instanceof Checked checked && now.isBefore(checked.until())) {
      return checked.path();
    }
    List<X509Certificate> path = callers.path(chain(session));
    if (!path.isEmpty()) {
      session.putValue(CHECKED, new Checked(path, now.plus(ServiceCallers.CHECK_LIFETIME)));
    }
    return path;
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
