package org.entente.kit.sequence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.sequence.SequenceRejected.Code;

/** Reads the claims of version 1; the set is closed. */
record SequenceClaims(Map<String, Object> members) {

  private static final Set<String> KNOWN =
      Set.of("ver", "client_id", "seq", "htm", "htu", "iat", "prev");
  private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern METHOD = Pattern.compile("[A-Z]{3,16}");
  private static final Pattern URL = Pattern.compile("https://[!-~&&[^?#]]{1,2000}");
  private static final long LAST_SECOND = 253_402_300_799L;

  SequenceStatement statement() {
    if (!KNOWN.containsAll(members.keySet()) || number("ver", 1) != 1) {
      throw malformed("The statement holds a claim that version 1 does not know.");
    }
    return new SequenceStatement(
        text("client_id", CLIENT),
        number("seq", SequenceStatement.LAST_NUMBER),
        text("htm", METHOD),
        text("htu", URL),
        Instant.ofEpochSecond(number("iat", LAST_SECOND)),
        previous());
  }

  private Optional<Sha256> previous() {
    if (!members.containsKey("prev")) {
      return Optional.empty();
    }
    String text = members.get("prev") instanceof String value ? value : "";
    return Optional.of(Sha256.ofBase64Url(text).orElseThrow(() -> missing("prev")));
  }

  private String text(String name, Pattern form) {
    if (members.get(name) instanceof String value && form.matcher(value).matches()) {
      return value;
    }
    throw missing(name);
  }

  private long number(String name, long most) {
    if (members.get(name) instanceof Long value && value >= 1 && value <= most) {
      return value;
    }
    throw missing(name);
  }

  private static SequenceRejected missing(String name) {
    return malformed("The claim " + name + " is missing or malformed.");
  }

  private static SequenceRejected malformed(String detail) {
    return new SequenceRejected(Code.SEQ_MALFORMED, detail);
  }
}
