package org.entente.indicator.submission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.entente.indicator.submission.PostgresSubmissions.Unfinished;

/// How much stands between reception and recorded outcome, as of the last look. Thread-safe.
@Singleton
final class Backlog {
  private final PostgresSubmissions submissions;
  private final Clock clock;
  private volatile Unfinished last = Unfinished.NONE;

  Backlog(PostgresSubmissions submissions, Clock clock, MeterRegistry registry) {
    this.submissions = submissions;
    this.clock = clock;
    Gauge.builder("indicator.unfinished.submissions", () -> last.count())
        .description("Submissions that were received and whose outcome is not in the log yet")
        .register(registry);
    Gauge.builder("indicator.unfinished.age", this::age)
        .description("Time since the oldest of them was received; 0 without one")
        .baseUnit("seconds")
        .register(registry);
  }

  /// Looks, for all replicas: what counts is what the store has.
  void look() {
    last = submissions.unfinished();
  }

  private double age() {
    return last.oldest().map(oldest -> seconds(oldest, clock.instant())).orElse(0.0);
  }

  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
  }
}
