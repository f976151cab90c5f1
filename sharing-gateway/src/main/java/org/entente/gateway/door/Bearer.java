package org.entente.gateway.door;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Authorization header as RFC 6750 section 2.1 has it. */
final class Bearer {

  private static final Pattern FORM = Pattern.compile("(?i)bearer +([^ ]+)");

  /** Whether any credential of this scheme was sent, well formed or not. */
  static boolean sent(MultiMap headers) {
    return headers.getAll("Authorization").stream()
        .anyMatch(value -> value.regionMatches(true, 0, "bearer", 0, "bearer".length()));
  }

  /** The one token, or empty when there is none or more than one. */
  static Optional<String> token(MultiMap headers) {
    List<String> all = headers.getAll("Authorization");
    Matcher match = FORM.matcher(all.size() == 1 ? all.getFirst() : "");
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }

  private Bearer() {}
}
