package org.entente.indicator.admission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.indicator.batch.BatchLimit;
import org.entente.indicator.batch.GroupCommit;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.store.StoreContended;
import org.entente.indicator.store.StoreUnavailable;

/// Admits recorded submissions: each collection's one after the other, many in one transaction.
/// Thread-safe; blocks.
@Singleton
public final class Admissions {
  private static final int MOST_SUBMISSIONS = 256;
  private static final long MOST_OBJECTS = 10_000;
  private static final int ATTEMPTS = 5;

  private final AdmissionBatch batch;
  private final Map<UUID, GroupCommit<Candidate, Admitted>> commits;

  Admissions(Collections collections, AdmissionBatch batch) {
    this.batch = batch;
    this.commits =
        collections.all().stream()
            .collect(Collectors.toUnmodifiableMap(Collection::id, this::commitsOf));
  }

  private GroupCommit<Candidate, Admitted> commitsOf(Collection collection) {
    Function<List<Candidate>, List<Admitted>> work =
        candidates -> admit(collection, candidates, ATTEMPTS);
    BatchLimit<Candidate> limit =
        new BatchLimit<>(MOST_SUBMISSIONS, MOST_OBJECTS, candidate -> candidate.offers().size());
    return new GroupCommit<>("admit " + collection.id(), limit, work);
  }

  /// Admits one submission; a second time it gives the first answer.
  ///
  /// @throws StoreUnavailable when it could not be committed, or nobody knows; repeating is safe
  public Admitted admit(Candidate candidate) {
    UUID collection = candidate.origin().collection();
    GroupCommit<Candidate, Admitted> commit = commits.get(collection);
    if (commit == null) {
      throw new IllegalStateException("collection " + collection + " is not configured any more");
    }
    return commit.commit(candidate);
  }

  private List<Admitted> admit(Collection collection, List<Candidate> candidates, int attempts) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> batch.admit(collection, candidates));
    } catch (StoreContended e) {
      if (attempts == 1) {
        throw e;
      }
      return admit(collection, candidates, attempts - 1);
    } catch (QuarkusTransactionException e) {
      throw new StoreUnavailable(e);
    }
  }
}
