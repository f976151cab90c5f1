package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.admission.Verdict.Failed;
import org.entente.indicator.admission.Verdict.Present;
import org.entente.indicator.audit.AccessEntry;
import org.entente.indicator.audit.AccessRecords;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.audit.Outcome;
import org.entente.indicator.audit.Resource;
import org.entente.indicator.audit.StrictestMarking;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Slice;

/// Turns verdicts into what is told: the TAXII status and the records of the outcome. Both are
/// stored with the objects, so that every repetition tells the same. The status is the producer's
/// own and complete; the records are read by the auditors of the whole audience, and show neither
/// object nor number nor size of what somebody in it must not notice.
@Singleton
final class OutcomeWriter {
  private static final int ACCEPTED = 202;

  private final AccessRecords records;
  private final Clock clock;

  OutcomeWriter(AccessRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  Decided write(Admissible submission, List<Verdict> verdicts) {
    byte[] status = StatusWriter.complete(submission.id(), submission.receivedAt(), verdicts);
    List<Line> outcome = records.write(entry(submission, verdicts));
    Admitted admitted = new Admitted(submission.receipt(), Slice.of(status), outcome, false);
    return new Decided(submission.id(), verdicts, submission.plain(), admitted);
  }

  private AccessEntry entry(Admissible submission, List<Verdict> verdicts) {
    List<Verdict> open = verdicts.stream().filter(Verdict::isOpen).toList();
    List<Resource> accepted = open.stream().flatMap(OutcomeWriter::resource).toList();
    Map<Fact, Object> facts = new EnumMap<>(Fact.class);
    facts.putAll(submission.facts());
    facts.put(Fact.ACCEPTED, accepted.size());
    facts.put(Fact.REJECTED, open.size() - accepted.size());
    StrictestMarking.in(bytes(open)).ifPresent(tlp -> facts.put(Fact.TLP, tlp));
    long warned = open.stream().filter(OutcomeWriter::isWarned).count();
    if (warned > 0) {
      facts.put(Fact.WARNED, warned);
    }
    return new AccessEntry(
        submission.id(),
        clock.instant(),
        Operation.ADD_OBJECTS_OUTCOME,
        submission.actor(),
        new Outcome.Allowed(ACCEPTED),
        AccessEntry.UNTOLD,
        facts,
        accepted);
  }

  private static boolean isWarned(Verdict verdict) {
    return verdict instanceof Added && !verdict.offer().remarks().isEmpty();
  }

  /// Only of what the whole audience is given.
  private static Stream<byte[]> bytes(List<Verdict> open) {
    return open.stream()
        .filter(verdict -> !(verdict instanceof Failed))
        .map(verdict -> verdict.offer().bytes().toBytes());
  }

  private static Stream<Resource> resource(Verdict verdict) {
    Offer offer = verdict.offer();
    return switch (verdict) {
      case Added _, Present _ ->
          Stream.of(new Resource(offer.shownId(), offer.ownVersion().orElse(""), offer.type()));
      case Failed _ -> Stream.empty();
    };
  }
}
