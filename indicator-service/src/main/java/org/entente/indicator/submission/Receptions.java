package org.entente.indicator.submission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.entente.indicator.batch.BatchLimit;
import org.entente.indicator.batch.GroupCommit;
import org.entente.indicator.batch.Overloaded;
import org.entente.indicator.store.StoreUnavailable;
import org.entente.indicator.watch.Step;
import org.entente.indicator.watch.Steps;
import org.entente.indicator.watch.Traces;

/// Takes submissions in, many with one commit. Thread-safe; blocks.
@Singleton
final class Receptions {
  private static final BatchLimit<Submission> RECEIVED =
      new BatchLimit<>(512, 16_000_000, 8, Submission::weight);

  private final PostgresSubmissions submissions;
  private final Steps steps;
  private final MeterRegistry registry;
  private final GroupCommit<Submission, Reception> commits;

  Receptions(PostgresSubmissions submissions, Steps steps, MeterRegistry registry) {
    this.submissions = submissions;
    this.registry = registry;
    this.steps = steps;
    this.commits = new GroupCommit<>("receive", RECEIVED, 2, submissions::receive);
  }

  /// Keeps this one, or finds that it was kept before.
  ///
  /// @throws StoreUnavailable when PostgreSQL does not answer
  /// @throws Overloaded when more waits for PostgreSQL than may
  Reception take(Submission submission) {
    Traces.submission(submission.id().toString());
    Reception reception = steps.take(Step.RECEIVE, () -> commits.commit(submission));
    count(submission.partner(), reception);
    return reception;
  }

  private void count(String partner, Reception reception) {
    String kept =
        switch (reception) {
          case Reception.Fresh() -> "fresh";
          case Reception.Known _ -> "repeated";
        };
    Counter.builder("indicator.submissions")
        .description("Submissions that were taken in, or had been before")
        .tag("partner", partner)
        .tag("reception", kept)
        .register(registry)
        .increment();
  }

  /// One that was kept before.
  ///
  /// @throws IllegalStateException when there is none of that id
  Submission load(UUID id) {
    return submissions.load(id);
  }
}
