package org.entente.indicator.act;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.entente.indicator.admission.Admitted;
import org.entente.indicator.admission.DateSequence;
import org.entente.indicator.admission.PostgresAdmissions;
import org.entente.indicator.collection.CollectionState;
import org.entente.indicator.collection.CollectionStates;
import org.entente.indicator.store.StoreUnavailable;
import org.entente.indicator.taxii.TaxiiTime;

/// Carries acts out: under the collection's lock, in one transaction with their outcome. Acts are
/// rare, so each submission of them is a transaction of its own. Thread-safe; blocks.
@Singleton
public final class Performance {
  private final CollectionStates states;
  private final PostgresActs store;
  private final PostgresAdmissions admissions;
  private final ActOutcome outcomes;
  private final Clock clock;

  Performance(
      CollectionStates states,
      PostgresActs store,
      PostgresAdmissions admissions,
      ActOutcome outcomes,
      Clock clock) {
    this.states = states;
    this.store = store;
    this.admissions = admissions;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /// Carries them out; acts carried out before, here or by another replica, keep their first
  /// outcome.
  ///
  /// @throws StoreUnavailable when PostgreSQL cannot be reached; repeating is safe
  public Admitted perform(Performable acts) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> inTransaction(acts));
    } catch (QuarkusTransactionException e) {
      // Whether it was committed is unknown; the next attempt finds out.
      throw new StoreUnavailable(e);
    }
  }

  private Admitted inTransaction(Performable acts) {
    CollectionState state = states.lock(acts.collection().id());
    return admissions.find(acts.id()).orElseGet(() -> perform(acts, state));
  }

  private Admitted perform(Performable acts, CollectionState state) {
    Holdings holdings = store.load(acts.collection(), acts.acts());
    DateSequence dates = new DateSequence(state.lastDateAdded(), TaxiiTime.micros(clock.instant()));
    ActRule rule =
        new ActRule(acts.collection().audience(), acts.limit(), acts.floor(), holdings, dates);
    List<Done> done = acts.acts().stream().map(rule::decide).toList();
    store.apply(acts, done);
    state.advanceTo(dates.last());
    Admitted admitted = outcomes.write(acts, done);
    admissions.save(acts.id(), admitted);
    return admitted;
  }
}
