package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.entente.indicator.admission.Admissions;
import org.entente.indicator.admission.Admitted;
import org.entente.indicator.admission.Candidate;
import org.entente.indicator.admission.Offer;
import org.entente.indicator.admission.Offers;
import org.entente.indicator.audit.AccessLog;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.batch.BatchLimit;
import org.entente.indicator.batch.GroupCommit;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.release.ReleaseRule;
import org.jboss.logging.Logger;

/// Leads a submission from wherever it stands to its end: record, admit, record the outcome. The
/// first attempt, the partner's retry and recovery take the same way; each step may be repeated.
/// Thread-safe; blocks.
@Singleton
final class Pipeline {
  private static final Logger LOG = Logger.getLogger(Pipeline.class);
  private static final int MOST_FINISHED = 1000;

  private final AccessLog log;
  private final Admissions admissions;
  private final Collections collections;
  private final GroupCommit<UUID, UUID> finished;

  Pipeline(AccessLog log, Admissions admissions, Collections collections, SubmissionStore store) {
    this.log = log;
    this.admissions = admissions;
    this.collections = collections;
    this.finished =
        new GroupCommit<>(
            "finish",
            new BatchLimit<>(MOST_FINISHED, MOST_FINISHED, _ -> 1),
            ids -> {
              store.finish(ids);
              return ids;
            });
  }

  /// Returns when the outcome is in the log.
  ///
  /// @throws org.entente.indicator.audit.AuditUnavailable when the log did not confirm; the
  ///   submission stays where it is
  Progress.Done finish(Progress progress) {
    return switch (progress) {
      case Progress.Received received -> finish(new Progress.Decided(admit(received)));
      case Progress.Decided(Admitted admitted) -> conclude(admitted);
      case Progress.Done done -> done;
    };
  }

  private Admitted admit(Progress.Received received) {
    Collection collection = collection(received.origin().collection());
    Receipt receipt = log.append(List.of(received.record())).getFirst();
    Established established = received.established();
    ReleaseRule rule =
        new ReleaseRule(collection.audience(), established.recipients(), established.floor());
    List<Offer> offers =
        Offers.of(received.envelope(), received.origin().actor().partner(), collections::partnerOf);
    return admissions.admit(
        new Candidate(received.origin(), receipt, rule, offers, received.envelope().plain()));
  }

  private Collection collection(UUID id) {
    return collections
        .find(id)
        .orElseThrow(
            () -> new IllegalStateException("collection " + id + " is not configured any more"));
  }

  /// That the outcome is in the log need not be noted before the answer: a note that is lost costs
  /// recovery one more append of the same bytes.
  private Progress.Done conclude(Admitted admitted) {
    log.append(admitted.outcome());
    var _ =
        finished
            .later(admitted.submission())
            .whenComplete((_, failure) -> {
              if (failure != null) {
                LOG.warnf(failure, "submission %s is left to recovery", admitted.submission());
              }
            });
    return new Progress.Done(admitted.receipt(), admitted.status());
  }
}
