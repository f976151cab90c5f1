package org.entente.indicator.admission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.entente.indicator.batch.BatchLimit;
import org.entente.indicator.batch.GroupCommit;
import org.entente.indicator.batch.Overloaded;
import org.entente.indicator.store.StoreContended;
import org.entente.indicator.store.StoreUnavailable;
import org.jboss.logging.Logger;

/// Admits submissions: in each collection one batch after the other, each in one transaction.
/// Thread-safe; blocks.
@Singleton
public final class Admission {
  private static final Logger LOG = Logger.getLogger(Admission.class);
  private static final BatchLimit<Admissible> LIMIT =
      new BatchLimit<>(256, 16_000_000, 8, Admissible::weight);
  private static final int ATTEMPTS = 3;

  private final AdmissionBatch batch;
  private final Clock clock;
  private final Map<UUID, GroupCommit<Admissible, Admitted>> commits = new ConcurrentHashMap<>();

  Admission(AdmissionBatch batch, Clock clock) {
    this.batch = batch;
    this.clock = clock;
  }

  /// Stores a submission's objects and releases them. A submission admitted before, here or by
  /// another replica, keeps its first outcome.
  ///
  /// @throws StoreUnavailable when PostgreSQL cannot be reached; repeating is safe
  /// @throws Overloaded when too many wait for this collection; repeating is safe
  public Admitted admit(Admissible submission) {
    return commits
        .computeIfAbsent(
            submission.collection().id(),
            id -> new GroupCommit<>("admit-" + id, LIMIT, this::admitAll))
        .commit(submission);
  }

  private List<Admitted> admitAll(List<Admissible> submissions) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return inTransaction(() -> batch.admit(submissions, clock.instant()));
      } catch (StoreContended e) {
        LOG.debug("another commit changed what this batch had read: reading again", e);
      }
    }
    return inTransaction(() -> batch.admit(submissions, clock.instant()));
  }

  private static <R> R inTransaction(Supplier<R> work) {
    try {
      return QuarkusTransaction.requiringNew().call(work::get);
    } catch (QuarkusTransactionException e) {
      // Whether it was committed is unknown; the next attempt finds out.
      throw new StoreUnavailable(e);
    }
  }
}
