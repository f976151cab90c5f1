package org.entente.indicator.admission;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.indicator.audit.AccessEntry;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.audit.Outcome;
import org.entente.indicator.audit.Resource;

/// What the log is told about an admission: every version now stored, and how many objects failed.
final class OutcomeRecord {
  private static final int ACCEPTED = 202;

  private OutcomeRecord() {}

  static AccessEntry of(Origin origin, Instant time, List<Verdict> verdicts) {
    List<Resource> resources = verdicts.stream().flatMap(OutcomeRecord::resource).toList();
    Map<Fact, Object> facts = new EnumMap<>(Fact.class);
    facts.putAll(origin.facts());
    facts.put(Fact.ACCEPTED, (long) resources.size());
    facts.put(Fact.REJECTED, (long) verdicts.size() - resources.size());
    return new AccessEntry(
        origin.submission(),
        time,
        Operation.ADD_OBJECTS_OUTCOME,
        origin.actor(),
        new Outcome.Allowed(ACCEPTED),
        AccessEntry.NO_BODY_YET,
        facts,
        resources);
  }

  private static Stream<Resource> resource(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Added(Offer offer, Verdict.Placement placement, var _) ->
          Stream.of(resource(offer, placement));
      case Verdict.Present(Offer offer, Verdict.Placement placement) ->
          Stream.of(resource(offer, placement));
      case Verdict.Failed _ -> Stream.empty();
    };
  }

  private static Resource resource(Offer offer, Verdict.Placement placement) {
    return new Resource(offer.shownId(), placement.shownVersion(), offer.type());
  }
}
