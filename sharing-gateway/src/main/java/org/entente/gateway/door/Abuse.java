package org.entente.gateway.door;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;

/** Requests that mean one thing to one parser and another thing to the next. Pure. */
final class Abuse {

  /** Most bytes of header fields, names and separators included. */
  static final int MOST_HEADER_BYTES = 20 * 1024;

  /** ": " and the line break. */
  private static final int SEPARATORS = 4;

  /** No id of the exchange needs an escape, so an escaped path only hides what it means. */
  private static final List<String> AMBIGUOUS = List.of("//", "/./", "/../", "%", ";", "\\");

  /** The refusal this method, request target and these fields deserve; empty when there is none. */
  static Optional<Refused> in(String method, String target, MultiMap headers) {
    if (size(headers) > MOST_HEADER_BYTES) {
      return refused(Code.LIMIT_HEADERS, "Send at most 20 KiB of header fields.");
    }
    if (method.equals("TRACE") || method.equals("CONNECT")) {
      return Optional.of(
          new Refused(Code.HTTP_ABUSE, 405, "This method is not served, on no resource."));
    }
    return plain(target)
        ? Optional.empty()
        : refused(
            Code.HTTP_ABUSE, "Send the path in its one plain form: no empty, dot or escaped part.");
  }

  private static boolean plain(String target) {
    String[] parts = target.split("\\?", 2);
    String path = parts[0];
    return path.startsWith("/")
        && AMBIGUOUS.stream().noneMatch(path::contains)
        && !path.endsWith("/..")
        && !path.endsWith("/.")
        && isUri(target);
  }

  /** RFC 3986; the framework's own look, which refuses without a record, is switched off. */
  private static boolean isUri(String target) {
    try {
      return new URI(target).getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static int size(MultiMap headers) {
    int size = 0;
    for (Map.Entry<String, String> field : headers) {
      size += field.getKey().length() + field.getValue().length() + SEPARATORS;
    }
    return size;
  }

  private static Optional<Refused> refused(Code code, String detail) {
    return Optional.of(new Refused(code, detail));
  }

  private Abuse() {}
}
