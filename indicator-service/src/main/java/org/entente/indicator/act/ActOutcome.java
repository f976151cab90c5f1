package org.entente.indicator.act;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entente.indicator.admission.Admitted;
import org.entente.indicator.admission.StatusEntry;
import org.entente.indicator.admission.StatusWriter;
import org.entente.indicator.audit.AccessEntry;
import org.entente.indicator.audit.AccessRecords;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Outcome;
import org.entente.indicator.audit.Resource;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.taxii.TaxiiTime;

/// Turns what became of acts into the producer's status and the record of it. The record, which the
/// whole audience's auditors read, names only objects that the whole audience has, or had until
/// now.
@Singleton
final class ActOutcome {
  private final AccessRecords records;
  private final Clock clock;

  ActOutcome(AccessRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  Admitted write(Performable acts, List<Done> done) {
    String fallback = TaxiiTime.format(TaxiiTime.micros(acts.receivedAt()));
    byte[] status =
        StatusWriter.complete(
            acts.id(),
            acts.receivedAt(),
            done.stream().filter(Done::success).map(d -> entry(d, fallback)).toList(),
            done.stream().filter(d -> !d.success()).map(d -> entry(d, fallback)).toList());
    return new Admitted(acts.receipt(), Slice.of(status), records.write(record(acts, done)), false);
  }

  private static StatusEntry entry(Done done, String fallback) {
    String version = done.versions().isEmpty() ? fallback : done.versions().getLast().shown();
    return new StatusEntry(done.act().object(), version, done.message());
  }

  private AccessEntry record(Performable acts, List<Done> done) {
    List<Resource> named = done.stream().flatMap(Done::openResources).distinct().toList();
    Map<Fact, Object> facts = new EnumMap<>(Fact.class);
    facts.putAll(acts.facts());
    facts.put(Fact.ACCEPTED, named.size());
    return new AccessEntry(
        acts.id(),
        clock.instant(),
        acts.outcome(),
        acts.actor(),
        new Outcome.Allowed(acts.status()),
        AccessEntry.UNTOLD,
        facts,
        named);
  }
}
