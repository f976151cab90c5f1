package org.entente.audit.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form sent, {@code application/x-www-form-urlencoded}. Read here, since what the framework
 * cannot read of a form it answers with 500, unrecorded. Pure.
 */
record Form(Map<String, String> fields) {

  /** Most bytes of one: a note of 4 000 characters, percent-encoded, and the rest. */
  static final int MOST_BYTES = 64 * 1024;

  private static final int MOST_FIELDS = 16;

  Form {
    fields = Map.copyOf(fields);
  }

  /**
   * The form in these bytes.
   *
   * @throws FormUnreadable when they are none, or too many
   */
  static Form of(byte[] body) {
    if (body.length > MOST_BYTES) {
      throw new FormUnreadable("a form has at most " + MOST_BYTES + " bytes");
    }
    var pairs = new String(body, UTF_8).split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) {
      throw new FormUnreadable("a form has at most " + MOST_FIELDS + " fields");
    }
    var fields = new HashMap<String, String>();
    for (var pair : pairs) {
      var parts = pair.split("=", 2);
      if (parts.length == 2 && fields.put(decoded(parts[0]), decoded(parts[1])) != null) {
        throw new FormUnreadable("a field comes twice");
      }
    }
    return new Form(fields);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException _) {
      throw new FormUnreadable("a broken percent-encoding");
    }
  }

  /** One field; nothing when it was not sent. */
  @Nullable String field(String name) {
    return fields.get(name);
  }
}
