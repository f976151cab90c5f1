package org.entente.kit.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.entente.kit.json.StrictJson;

/// The answer about one value.
///
/// @param line one JSON object, as served
public record Answer(String line, KnownValue value) {

  /// Reads a line, or [org.entente.kit.json.JsonRejected].
  static Answer of(String line) {
    return new Answer(line, new KnownValue(StrictJson.object(line.getBytes(UTF_8))));
  }

  /// Whether the exchange's answer was full before this value.
  boolean isCutOff() {
    return value.error().filter("LIMIT_ANSWER"::equals).isPresent();
  }
}
