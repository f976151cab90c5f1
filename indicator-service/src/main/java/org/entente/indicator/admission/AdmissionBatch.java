package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.indicator.admission.PostgresObjects.ReleaseRow;
import org.entente.indicator.admission.PostgresObjects.VersionRow;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.CollectionState;
import org.entente.indicator.collection.CollectionStates;
import org.entente.indicator.taxii.TaxiiTime;

/// The transaction that admits a batch of one collection's submissions. From its commit on the
/// objects are visible; if the process dies before, the submissions are received and nothing else.
@Singleton
final class AdmissionBatch {
  private final CollectionStates states;
  private final PostgresLedger ledgers;
  private final PostgresObjects objects;
  private final PostgresAdmissions admissions;
  private final OutcomeWriter outcomes;

  AdmissionBatch(
      CollectionStates states,
      PostgresLedger ledgers,
      PostgresObjects objects,
      PostgresAdmissions admissions,
      OutcomeWriter outcomes) {
    this.states = states;
    this.ledgers = ledgers;
    this.objects = objects;
    this.admissions = admissions;
    this.outcomes = outcomes;
  }

  /// Must run in a transaction; all submissions belong to one collection.
  ///
  /// @param now time of the admission
  /// @return one outcome for each submission, in order
  List<Admitted> admit(List<Admissible> batch, Instant now) {
    Collection collection = batch.getFirst().collection();
    CollectionState state = states.lock(collection.id());
    // One submission may be here twice: a retry that overtook its own first attempt.
    Map<UUID, Admissible> fresh = new LinkedHashMap<>();
    batch.forEach(submission -> fresh.put(submission.id(), submission));
    Map<UUID, Admitted> admitted = new HashMap<>(admissions.find(fresh.keySet()));
    fresh.keySet().removeAll(admitted.keySet());
    if (!fresh.isEmpty()) {
      DateSequence dates = new DateSequence(state.lastDateAdded(), TaxiiTime.micros(now));
      for (Decided decided : store(collection, List.copyOf(fresh.values()), dates)) {
        admitted.put(decided.id(), decided.admitted());
      }
      state.advanceTo(dates.last());
    }
    return batch.stream().map(submission -> admitted.get(submission.id())).toList();
  }

  private List<Decided> store(Collection collection, List<Admissible> fresh, DateSequence dates) {
    List<Offer> offers =
        fresh.stream()
            .flatMap(submission -> submission.offers().stream())
            .filter(offer -> offer.key().isPresent())
            .toList();
    Ledger ledger = ledgers.load(collection, offers);
    AdmissionRule rule =
        new AdmissionRule(collection.producer(), ledger, dates, ledgers.freshIds(offers.size()));
    List<Decided> decided =
        fresh.stream().map(s -> outcomes.write(s, rule.decide(s.offers(), s.reach()))).toList();
    objects.insertVersions(
        collection.producer(), decided.stream().flatMap(AdmissionBatch::versionRows).toList());
    objects.insertReleases(
        collection, decided.stream().flatMap(AdmissionBatch::releaseRows).toList());
    objects.saveOwners(ledger.changedOwners());
    objects.markFirstAndLast(collection, ledger.reversioned());
    admissions.save(decided);
    return decided;
  }

  private static Stream<VersionRow> versionRows(Decided decided) {
    return decided
        .added()
        .flatMap(added ->
            added.offer().key().stream().map(key -> new VersionRow(added, key, decided.id())));
  }

  private static Stream<ReleaseRow> releaseRows(Decided decided) {
    return decided.verdicts().stream().flatMap(verdict -> releaseRows(decided.id(), verdict));
  }

  private static Stream<ReleaseRow> releaseRows(UUID submission, Verdict verdict) {
    return Decided.placement(verdict)
        .flatMap(placement ->
            placement.circle().releases().stream()
                .map(release ->
                    new ReleaseRow(release, placement.id(), submission, verdict.offer())));
  }
}
