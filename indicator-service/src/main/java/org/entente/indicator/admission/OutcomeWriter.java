package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.entente.indicator.audit.AccessRecords;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.taxii.TaxiiTime;

/// Writes what follows from the verdicts: the producer's answer and the log's records.
@Singleton
final class OutcomeWriter {
  private final AccessRecords records;
  private final Clock clock;

  OutcomeWriter(AccessRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /// Microseconds since 1970.
  long now() {
    return TaxiiTime.micros(clock.instant());
  }

  Admitted write(Candidate candidate, List<Verdict> verdicts) {
    Origin origin = candidate.origin();
    Slice status = StatusBody.of(origin, verdicts);
    return new Admitted(
        origin.submission(),
        candidate.receipt(),
        status,
        records.write(OutcomeRecord.of(origin, clock.instant(), verdicts)));
  }
}
