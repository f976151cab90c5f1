package org.entente.gateway.door;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Authorization header as RFC 6750 section 2.1 has it. The scheme's case does not matter, and
 * {@code Token}, which taxii2-client writes, counts as {@code Bearer}: what follows is judged
 * alike.
 */
final class Bearer {

  private static final Pattern FORM = Pattern.compile("(?i)(?:bearer|token) +([^ ]+)");

  /** Whether any credential of this scheme was sent, well formed or not. */
  static boolean sent(MultiMap headers) {
    return anyOf("bearer", headers) || anyOf("token", headers);
  }

  /** What to tell a client that sent none. */
  static String missing(MultiMap headers) {
    return anyOf("basic", headers)
        ? "Basic is not served here: fetch an access token from your identity provider with this"
            + " certificate, and send Authorization: Bearer <token>."
        : "Send an access token: Authorization: Bearer <token>. API keys are not served.";
  }

  /** Writes the one token as everybody behind expects it. */
  static void settle(MultiMap headers) {
    token(headers).ifPresent(token -> headers.set("Authorization", "Bearer " + token));
  }

  private static boolean anyOf(String scheme, MultiMap headers) {
    return headers.getAll("Authorization").stream()
        .anyMatch(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()));
  }

  /** The one token, or empty when there is none or more than one. */
  static Optional<String> token(MultiMap headers) {
    List<String> all = headers.getAll("Authorization");
    Matcher match = FORM.matcher(all.size() == 1 ? all.getFirst() : "");
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }

  private Bearer() {}
}
