package org.entente.audit.retention;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whose personal fields are to be erased, and why. Neither party nor actor enters the log; the
 * reason does, for ever, and must name nobody.
 *
 * @param party of the client
 * @param actor the client
 * @param reason 1 to 200 printable ASCII characters
 */
record ErasureRequest(
    @Schema(required = true) String party,
    @Schema(required = true) String actor,
    @Schema(required = true) String reason) {

  private static final Pattern PARTY = Pattern.compile("[a-z][a-z0-9-]{1,31}");
  private static final Pattern ACTOR = Pattern.compile("\\P{Cntrl}{1,512}");
  private static final Pattern REASON = Pattern.compile("[ -~]{1,200}");

  /**
   * Checks each of them.
   *
   * @throws ErasureRefused when one is missing or no such thing
   */
  static ErasureRequest of(
      @Nullable String party, @Nullable String actor, @Nullable String reason) {
    return new ErasureRequest(
        matching("party", PARTY, party),
        matching("actor", ACTOR, actor),
        matching("reason", REASON, reason));
  }

  private static String matching(String name, Pattern pattern, @Nullable String text) {
    if (text == null || !pattern.matcher(text).matches()) {
      throw ErasureRefused.invalid(name + " is missing or malformed");
    }
    return text;
  }
}
