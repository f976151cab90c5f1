package org.entente.kit.reconcile;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.evidence.DisclosedRecord;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.StrictJson;
import org.entente.log.LeafHash;

/// Reads one entry as a search shows it (`index`, `leaf`, `record`, `disclosures`), or a bare
/// record.
final class LogLine {

  private LogLine() {}

  /// An entry of a search's answer; empty when it is none. One whose stored bytes were altered has
  /// no members.
  static Optional<LogEntry> of(Object shown) {
    if (!(shown instanceof Map<?, ?> entry) || !(entry.get("leaf") instanceof String leaf)) {
      return Optional.empty();
    }
    Optional<Long> index =
        entry.get("index") instanceof Long number ? Optional.of(number) : Optional.empty();
    return Optional.of(new LogEntry(index, leaf, DisclosedRecord.in(entry)));
  }

  /// The entry in a line of text, or in the bytes of a leaf.
  ///
  /// @param index when the line does not say
  static LogEntry of(byte[] line, Optional<Long> index) {
    Map<String, Object> members = StrictJson.object(line);
    if (members.containsKey("record")) {
      return of((Object) members)
          .orElseThrow(() -> new JsonRejected("A line of the log is no entry."));
    }
    String leaf =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(LeafHash.ofEntry(line).toByteArray());
    return new LogEntry(index, leaf, members);
  }
}
