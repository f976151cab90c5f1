package org.entente.gateway.refusal;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * What a refused client has not sent yet. A client that is still sending does not read its answer,
 * so for a moment it is let to; then the connection ends, or over HTTP/2 the stream. Nothing of it
 * is kept, and a client that never stops does not hold an event loop.
 */
final class Leftover {

  private static final long MOST_MILLIS = 3_000;
  private static final long MOST_BYTES = 48L * 1024 * 1024;
  private static final int NO_ERROR = 0;

  private final HttpServerRequest request;
  private long bytes;
  private boolean over;

  private Leftover(HttpServerRequest request) {
    this.request = request;
  }

  /**
   * Whether the connection must end with the answer, which then says {@code Connection: close}.
   * HTTP/2 ends a stream instead and has no such field.
   */
  static boolean endsConnection(HttpServerRequest request) {
    return request.version() != HttpVersion.HTTP_2 && expected(request);
  }

  /** Deals with what is left once the answer has gone out; call it on the request's event loop. */
  static void after(RoutingContext context) {
    if (expected(context.request())) {
      new Leftover(context.request()).drop(context);
    }
  }

  /** A paused request has not ended even without a body, so over HTTP/1 its fields tell. */
  private static boolean expected(HttpServerRequest request) {
    if (request.isEnded()) {
      return false;
    }
    String length = request.getHeader("Content-Length");
    return request.version() == HttpVersion.HTTP_2
        || request.headers().contains("Transfer-Encoding")
        || (length != null && !length.equals("0"));
  }

  private void drop(RoutingContext context) {
    long timer = context.vertx().setTimer(MOST_MILLIS, _ -> end());
    request.handler(chunk -> {
      bytes += chunk.length();
      if (bytes > MOST_BYTES) {
        end();
      }
    });
    request.exceptionHandler(_ -> context.vertx().cancelTimer(timer));
    request.endHandler(_ -> {
      context.vertx().cancelTimer(timer);
      end();
    });
    request.resume();
  }

  private void end() {
    if (over) {
      return;
    }
    over = true;
    if (request.version() != HttpVersion.HTTP_2) {
      request.connection().close();
    } else if (!request.isEnded()) {
      request.response().reset(NO_ERROR);
    }
  }
}
