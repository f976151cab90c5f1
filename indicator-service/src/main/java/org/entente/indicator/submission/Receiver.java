package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.indicator.batch.BatchLimit;
import org.entente.indicator.batch.GroupCommit;

/// Stores the evidence of submissions, many in one statement, and recognises repeats. Thread-safe;
/// blocks.
@Singleton
final class Receiver {
  private static final int MOST_SUBMISSIONS = 256;
  private static final long MOST_BYTES = 16L << 20;

  private final SubmissionStore store;
  private final GroupCommit<Submission, Reception> commit;

  Receiver(SubmissionStore store) {
    this.store = store;
    this.commit =
        new GroupCommit<>(
            "receive",
            new BatchLimit<>(MOST_SUBMISSIONS, MOST_BYTES, s -> s.evidence().body().length()),
            this::receive);
  }

  /// Returns once the evidence is durable, or the earlier row is found.
  Reception receive(Submission submission) {
    return commit.commit(submission);
  }

  private List<Reception> receive(List<Submission> submissions) {
    Set<UUID> fresh = store.receive(submissions);
    List<Submission> known =
        submissions.stream().filter(s -> !fresh.contains(s.origin().submission())).toList();
    List<SubmissionRow> earlier = known.isEmpty() ? List.of() : store.earlier(known);
    return submissions.stream()
        .map(s ->
            fresh.contains(s.origin().submission()) ? new Reception.Fresh() : compare(s, earlier))
        .toList();
  }

  private static Reception compare(Submission submission, List<SubmissionRow> earlier) {
    String partner = submission.origin().actor().partner();
    Established established = submission.established();
    for (SubmissionRow row : earlier) {
      if (row.partner().equals(partner) && row.jti().equals(established.jti())) {
        return row.manifest().equals(established.digests().manifest())
            ? new Reception.Repeated(row.progress())
            : new Reception.Conflicting();
      }
    }
    return earlier.stream()
            .filter(row -> row.manifest().equals(established.digests().manifest()))
            .anyMatch(row -> !row.partner().equals(partner))
        ? new Reception.Foreign()
        : new Reception.Conflicting();
  }
}
