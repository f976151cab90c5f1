package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.indicator.admission.Admitted;
import org.entente.indicator.admission.PostgresAdmissions;
import org.entente.indicator.audit.AccessLog;
import org.entente.indicator.audit.AuditUnavailable;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.batch.BatchLimit;
import org.entente.indicator.batch.GroupCommit;
import org.entente.indicator.batch.Overloaded;
import org.entente.indicator.refusal.Refusal.ReplayConflict;
import org.entente.indicator.refusal.Refusal.ReplayForeign;
import org.entente.indicator.store.StoreUnavailable;

/// The way of a submission: receive, record, admit, record the outcome. Each step is durable before
/// the next and repeats without harm, so first attempt, retry and recovery are one path.
/// Thread-safe; blocks.
@Singleton
final class Intake {
  private static final BatchLimit<UUID> FINISHED = new BatchLimit<>(4096, 4096, 8, id -> 1);

  private final Receptions receptions;
  private final PostgresAdmissions admissions;
  private final Drafts drafts;
  private final AccessLog log;
  private final Effects effects;
  private final GroupCommit<UUID, Boolean> finished;

  Intake(
      Receptions receptions,
      PostgresAdmissions admissions,
      Drafts drafts,
      AccessLog log,
      Effects effects) {
    this.receptions = receptions;
    this.admissions = admissions;
    this.drafts = drafts;
    this.log = log;
    this.effects = effects;
    this.finished = new GroupCommit<>("finish", FINISHED, this::finish);
  }

  /// Takes a submission to its end, or finds that it got there before.
  ///
  /// @throws ReplayConflict when the partner used the jti for another manifest
  /// @throws ReplayForeign when the manifest is another partner's
  /// @throws AuditUnavailable when the log does not answer; the submission stays received and goes
  ///   on with a retry or by itself
  /// @throws StoreUnavailable when PostgreSQL does not answer
  /// @throws Overloaded when more waits for PostgreSQL than may; what was received before goes on
  Completed take(Draft draft) {
    Submission submission = draft.submission();
    return switch (receptions.take(submission)) {
      case Reception.Fresh() -> new Completed(submission.id(), drive(draft), false);
      case Reception.Known known -> {
        refuseForeign(submission, known);
        yield new Completed(known.id(), resume(known.id()), true);
      }
    };
  }

  private static void refuseForeign(Submission submission, Reception.Known known) {
    if (!known.partner().equals(submission.partner())) {
      throw new ReplayForeign("this manifest was submitted by another partner");
    }
    if (!known.manifestSha256().equals(submission.manifest().sha256())) {
      throw new ReplayConflict("this jti was used for another manifest");
    }
  }

  /// Takes a submission that was received before to its end, from wherever it stands.
  Admitted resume(UUID id) {
    Optional<Admitted> admitted = admissions.find(id);
    if (admitted.isPresent()) {
      announce(id, admitted.get());
      return admitted.get();
    }
    return drive(drafts.reopen(receptions.load(id)));
  }

  private Admitted drive(Draft draft) {
    Submission submission = draft.submission();
    // A crash here repeats the append: the record's uid makes it the same entry again.
    Receipt receipt = log.append(List.of(submission.record())).getFirst();
    // From here on the submission is in the log, and only now may it have an effect.
    Admitted admitted = effects.of(draft, receipt);
    announce(submission.id(), admitted);
    return admitted;
  }

  /// The outcome goes to the log before anybody is told; that it is there is noted later, since
  /// appending it again does no harm.
  private void announce(UUID id, Admitted admitted) {
    if (admitted.done()) {
      return;
    }
    log.append(admitted.outcome());
    // If noting it fails, recovery finds the submission and appends the same once more.
    finished.handIn(id);
  }

  private List<Boolean> finish(List<UUID> ids) {
    admissions.done(ids);
    return ids.stream().map(id -> true).toList();
  }

  /// A submission at its end.
  ///
  /// @param replayed whether it was received before
  record Completed(UUID id, Admitted admitted, boolean replayed) {}
}
