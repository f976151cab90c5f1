package org.entente.gateway.refusal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.record.Operation;

/** A refusal as it leaves: status, header fields, body. */
record Answer(int status, Map<String, String> headers, String body) {

  private static final String REALM = "Bearer realm=\"entente\"";
  private static final String RETRY_AFTER_SECONDS = "5";

  /** The answer to this attempt. */
  static Answer to(Attempt attempt, Refused refused) {
    var code = refused.code();
    var path = attempt.http().path();
    var error =
        new ErrorBody(
            refused.status(),
            code.name(),
            code.title(),
            refused.detail(),
            attempt.request().toString());
    return new Answer(refused.status(), headers(attempt, refused), error.at(path));
  }

  /** Length of the body in bytes. */
  int length() {
    return bytes().length;
  }

  /** The body as sent. */
  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(Attempt attempt, Refused refused) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", ErrorBody.mediaType(attempt.http().path()));
    headers.put("Cache-Control", "no-store");
    switch (refused.status()) {
      case 401 -> headers.put("WWW-Authenticate", challenge(refused));
      case 403 -> {
        if (refused.code() == Code.AUTHZ_SCOPE) {
          headers.put("WWW-Authenticate", REALM + ", error=\"insufficient_scope\"");
        }
      }
      case 405 -> headers.put("Allow", Operation.allowedAt(attempt.http().path()));
      case 429 -> headers.put("Retry-After", Long.toString(refused.retryAfter()));
      case 503 -> {
        headers.put("Retry-After", RETRY_AFTER_SECONDS);
        if (refused.code() != Code.LIMIT_BUSY) {
          headers.put(ConnectionEnds.HEADER, ConnectionEnds.CLOSE);
        }
      }
      default -> {}
    }
    return headers;
  }

  private static String challenge(Refused refused) {
    return refused.code() == Code.AUTH_NO_TOKEN ? REALM : REALM + ", error=\"invalid_token\"";
  }
}
