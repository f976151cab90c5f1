package org.entente.indicator.call;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// Asks clients to connect anew in the last tenth of their certificate's life: one that has been
/// given another shows it then. Otherwise a connection that is never idle would last until its
/// certificate counts no more.
@Singleton
final class OldConnections {

  private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
  private static final int TENTH = 10;

  private final Clock clock;

  OldConnections(Clock clock) {
    this.clock = clock;
  }

  void take(@Observes Router router) {
    router
        .route()
        .order(BEFORE_ALL_OTHERS)
        .handler(context -> {
          // HTTP/2 has no such field; browsers and other clients speak it, services do not.
          if (context.request().version() == HttpVersion.HTTP_1_1 && endsSoon(context)) {
            context.response().putHeader("Connection", "close");
          }
          context.next();
        });
  }

  private boolean endsSoon(RoutingContext context) {
    try {
      SSLSession session = context.request().sslSession();
      return session != null
          && session.getPeerCertificates()[0] instanceof X509Certificate leaf
          && endsSoon(leaf, clock.instant());
    } catch (SSLPeerUnverifiedException _) {
      return false;
    }
  }

  static boolean endsSoon(X509Certificate leaf, Instant now) {
    Instant end = leaf.getNotAfter().toInstant();
    Duration life = Duration.between(leaf.getNotBefore().toInstant(), end);
    return now.isAfter(end.minus(life.dividedBy(TENTH)));
  }
}
