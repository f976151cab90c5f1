package org.entente.indicator.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One audited access, before it is written down as one or more records.
///
/// @param correlation request or submission the records belong to
/// @param bodyLength bytes of the answer, or [#UNTOLD]
/// @param facts see [Fact]
/// @param resources object versions handed over or released
public record AccessEntry(
    UUID correlation,
    Instant time,
    Operation operation,
    Actor actor,
    Outcome outcome,
    long bodyLength,
    Map<Fact, Object> facts,
    List<Resource> resources) {

  /// The answer is not known when the record is written, or its length would tell of what is
  /// withheld.
  public static final long UNTOLD = -1;

  public AccessEntry {
    Map<Fact, Object> ordered = new EnumMap<>(Fact.class);
    ordered.putAll(facts);
    actor.purpose().ifPresent(purpose -> ordered.put(Fact.PURPOSE, purpose));
    actor.number().ifPresent(number -> ordered.put(Fact.CLIENT_SEQ, number));
    actor.numberedBy().ifPresent(digest -> ordered.put(Fact.CLIENT_SEQ_SHA256, digest));
    facts = Collections.unmodifiableMap(ordered);
    resources = List.copyOf(resources);
  }
}
