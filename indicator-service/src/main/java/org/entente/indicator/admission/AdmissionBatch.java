package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.entente.indicator.admission.LedgerStore.View;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.CollectionState;
import org.entente.indicator.collection.CollectionStates;
import org.entente.indicator.stix.ObjectKey;

/// Admits a batch of one collection's submissions inside the caller's transaction: lock, read,
/// decide, write. The number of statements does not depend on the number of objects.
@Singleton
final class AdmissionBatch {
  private final CollectionStates states;
  private final LedgerStore ledgers;
  private final AdmissionStore admissions;
  private final ReleaseStore releases;
  private final OutcomeWriter outcomes;

  AdmissionBatch(
      CollectionStates states,
      LedgerStore ledgers,
      AdmissionStore admissions,
      ReleaseStore releases,
      OutcomeWriter outcomes) {
    this.states = states;
    this.ledgers = ledgers;
    this.admissions = admissions;
    this.releases = releases;
    this.outcomes = outcomes;
  }

  /// One answer for each candidate, in order; one admitted before keeps its first answer.
  List<Admitted> admit(Collection collection, List<Candidate> candidates) {
    CollectionState state = states.lock(collection.id());
    List<UUID> ids = candidates.stream().map(c -> c.origin().submission()).toList();
    Map<UUID, Admitted> admitted = admissions.admitted(ids);
    List<Candidate> fresh =
        candidates.stream()
            .filter(candidate -> !admitted.containsKey(candidate.origin().submission()))
            .collect(
                Collectors.toMap(
                    c -> c.origin().submission(),
                    c -> c,
                    (first, _) -> first,
                    java.util.LinkedHashMap::new))
            .values()
            .stream()
            .toList();
    for (Settlement settlement : settle(collection, state, fresh)) {
      admitted.put(settlement.admitted().submission(), settlement.admitted());
    }
    return ids.stream().map(admitted::get).toList();
  }

  private List<Settlement> settle(
      Collection collection, CollectionState state, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    View view = new View(collection.id(), collection.producer(), collection.audience());
    List<Offer> offers = candidates.stream().flatMap(c -> c.offers().stream()).toList();
    Ledger ledger = ledgers.read(view, keys(offers));
    LongSupplier ids = ledgers.ids(offers.size());
    DateSequence dates = new DateSequence(state.lastDateAdded(), outcomes.now());
    AdmissionRule rule = new AdmissionRule(collection.producer(), ledger, dates, ids);
    List<Settlement> settlements =
        candidates.stream()
            .map(candidate -> settle(candidate, rule.decide(candidate.offers(), candidate.rule())))
            .toList();
    releases.write(view, settlements, ledger);
    admissions.admit(settlements);
    state.advanceTo(dates.last());
    return settlements;
  }

  private static Set<ObjectKey> keys(List<Offer> offers) {
    return offers.stream().flatMap(o -> o.key().stream()).collect(Collectors.toSet());
  }

  private Settlement settle(Candidate candidate, List<Verdict> verdicts) {
    return new Settlement(candidate, verdicts, outcomes.write(candidate, verdicts));
  }
}
