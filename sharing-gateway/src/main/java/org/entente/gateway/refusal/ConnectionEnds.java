package org.entente.gateway.refusal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Ends the connection after an answer that says so: whoever comes again comes over another one,
 * which may lead to a replica that can do it. In HTTP/2 there is no such header (RFC 9113 section
 * 8.2.2), and it is left out.
 */
@Singleton
public final class ConnectionEnds {

  public static final String HEADER = "Connection";
  public static final String CLOSE = "close";

  private static final int EARLY = 1_000;

  void watch(@Observes Filters filters) {
    filters.register(ConnectionEnds::begin, EARLY);
  }

  private static void begin(RoutingContext context) {
    if (context.request().version() == HttpVersion.HTTP_2) {
      var headers = context.response().headers();
      context.addHeadersEndHandler(_ -> headers.remove(HEADER));
    }
    context.next();
  }
}
