package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.indicator.audit.AccessEntry;
import org.entente.indicator.audit.AccessRecords;
import org.entente.indicator.audit.Outcome;
import org.entente.indicator.bytes.Line;

/// Decides for good what a fresh submission is called, when it came and how it is recorded.
@Singleton
final class Registrations {
  private final AccessRecords records;
  private final Supplier<UUID> ids;
  private final Clock clock;

  Registrations(AccessRecords records, Supplier<UUID> ids, Clock clock) {
    this.records = records;
    this.ids = ids;
    this.clock = clock;
  }

  Registration fresh(Reading reading) {
    UUID id = ids.get();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    AccessEntry entry =
        new AccessEntry(
            id,
            now,
            reading.kind().operation(),
            reading.kind().recorded(reading.actor()),
            new Outcome.Allowed(reading.kind().status()),
            AccessEntry.UNTOLD,
            Draft.facts(id, reading),
            List.of());
    return new Registration(id, now, records.write(entry).getFirst());
  }

  /// What a submission is registered under.
  ///
  /// @param record its access record
  record Registration(UUID id, Instant receivedAt, Line record) {}
}
