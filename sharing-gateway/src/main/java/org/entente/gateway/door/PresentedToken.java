package org.entente.gateway.door;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** A request's bearer token, read once and kept with the request: three places ask for it. */
final class PresentedToken {

  private static final String KEY = PresentedToken.class.getName();

  /** What the one token says of itself; empty when there is none, several or no readable one. */
  static Optional<TokenText> of(RoutingContext context) {
    Optional<TokenText> known = context.get(KEY);
    if (known != null) {
      return known;
    }
    Optional<TokenText> read = Bearer.token(context.request().headers()).flatMap(TokenText::of);
    context.put(KEY, read);
    return read;
  }

  private PresentedToken() {}
}
