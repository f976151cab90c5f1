package org.entente.kit.reconcile;

import java.util.Map;
import java.util.Optional;

/// One entry of the log, as an auditor is shown it; what is missing is left blank.
///
/// @param index where it stands; empty when the source does not say
/// @param leaf its leaf hash, base64url
/// @param record its members
public record LogEntry(Optional<Long> index, String leaf, Map<String, Object> record) {

  private static final String OUTCOME = ".outcome";

  /// The client's own number of the request.
  Optional<Long> number() {
    return text("exchange", "client_seq")
        .filter(text -> text.matches("[0-9]{1,16}"))
        .map(Long::valueOf);
  }

  /// Digest of the statement that came with the request.
  Optional<String> statement() {
    return text("exchange", "client_seq_sha256");
  }

  /// The exchange's id of the request: the same in all records about it.
  String request() {
    return text("api", "request", "uid").orElse("");
  }

  String operation() {
    return text("api", "operation").orElse("");
  }

  /// Whether it tells what became of a request later, and not how it was answered.
  boolean isLater() {
    return operation().endsWith(OUTCOME);
  }

  /// Whether the log itself wrote it, which knows the request by another path.
  boolean isOfTheLog() {
    return text("metadata", "product", "name").filter("audit-service"::equals).isPresent();
  }

  String status() {
    return text("status_code").orElse("");
  }

  /// When it happened, in milliseconds since the epoch; 0 when it does not say.
  long time() {
    return record.get("time") instanceof Long millis ? millis : 0;
  }

  /// The text at this path of member names; a number as its digits.
  Optional<String> text(String... path) {
    Object value = record;
    for (String name : path) {
      if (!(value instanceof Map<?, ?> members) || !members.containsKey(name)) {
        return Optional.empty();
      }
      value = members.get(name);
    }
    return value instanceof Map<?, ?> ? Optional.empty() : Optional.of(String.valueOf(value));
  }

  /// Where it stands, for people.
  String place() {
    return index.map(at -> "entry " + at).orElse("the entry with leaf " + leaf);
  }
}
