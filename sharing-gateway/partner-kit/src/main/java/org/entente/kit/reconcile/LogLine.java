package org.entente.kit.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Sha256;
import org.entente.log.LeafHash;
import org.jspecify.annotations.Nullable;

/// Reads one entry as a search shows it (`index`, `leaf`, `record`, `disclosures`), or a bare
/// record.
final class LogLine {

  private static final String RECORD = "record";

  private LogLine() {}

  /// An entry of a search's answer; empty when it is none. One whose stored bytes were altered has
  /// no members.
  static Optional<LogEntry> of(Object shown) {
    if (!(shown instanceof Map<?, ?> entry) || !(entry.get("leaf") instanceof String leaf)) {
      return Optional.empty();
    }
    Optional<Long> index =
        entry.get("index") instanceof Long number ? Optional.of(number) : Optional.empty();
    return Optional.of(new LogEntry(index, leaf, disclosed(members(entry.get(RECORD)), entry)));
  }

  /// The entry in a line of text, or in the bytes of a leaf.
  ///
  /// @param index when the line does not say
  static LogEntry of(byte[] line, Optional<Long> index) {
    Map<String, Object> members = StrictJson.object(line);
    if (members.containsKey(RECORD)) {
      return of((Object) members)
          .orElseThrow(() -> new JsonRejected("A line of the log is no entry."));
    }
    String leaf =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(LeafHash.ofEntry(line).toByteArray());
    return new LogEntry(index, leaf, members);
  }

  private static Map<String, Object> members(@Nullable Object record) {
    Map<String, Object> members = new TreeMap<>();
    if (record instanceof Map<?, ?> known) {
      known.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    return members;
  }

  /// Puts the disclosed client back where it stood; the log has checked that it belongs there.
  private static Map<String, Object> disclosed(Map<String, Object> record, Map<?, ?> entry) {
    Object user = record.get("actor") instanceof Map<?, ?> actor ? actor.get("user") : null;
    if (!(user instanceof Map<?, ?> known)
        || !(known.get("_sd") instanceof List<?> digests)
        || !(entry.get("disclosures") instanceof List<?> texts)) {
      return record;
    }
    for (Object text : texts) {
      Optional<String> client = Disclosed.client(String.valueOf(text), digests);
      if (client.isPresent()) {
        Map<String, Object> person = members(known);
        person.put("uid", client.get());
        Map<String, Object> actor = members(record.get("actor"));
        actor.put("user", person);
        record.put("actor", actor);
      }
    }
    return record;
  }

  /// A disclosure of RFC 9901 section 4.2.1: base64url of `[salt, name, value]`.
  private static final class Disclosed {

    private Disclosed() {}

    static Optional<String> client(String text, List<?> digests) {
      String digest = Sha256.of(text.getBytes(UTF_8)).base64Url();
      if (!digests.contains(digest)) {
        return Optional.empty();
      }
      try {
        String array = new String(Base64.getUrlDecoder().decode(text), UTF_8);
        Map<String, Object> wrapped =
            StrictJson.object(("{\"disclosure\":" + array + "}").getBytes(UTF_8));
        return wrapped.get("disclosure") instanceof List<?> parts
                && parts.size() == 3
                && "uid".equals(parts.get(1))
            ? Optional.of(String.valueOf(parts.get(2)))
            : Optional.empty();
      } catch (IllegalArgumentException | JsonRejected e) {
        return Optional.empty();
      }
    }
  }
}
