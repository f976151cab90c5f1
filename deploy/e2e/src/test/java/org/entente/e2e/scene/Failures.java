package org.entente.e2e.scene;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.entente.kit.client.ExchangeRefused;
import org.entente.kit.client.Unreachable;

/** What went wrong for partners, and when. Thread-safe. */
public final class Failures {

  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();

  private record Failure(Instant at, String what, boolean allowed) {}

  /** Takes a submission that failed. */
  public void note(RuntimeException failed) {
    switch (failed) {
      case Unreachable e -> add("unreachable: " + e.getMessage(), true);
      case ExchangeRefused e ->
          add(e.status() + " " + e.code(), e.status() == 503 && e.retryAfter().isPositive());
      default -> add(failed.toString(), false);
    }
  }

  /** Asks until there is an answer at all; a connection that ends is a failure, and so is a 503. */
  public Answer watch(Supplier<Answer> question) {
    return Eventually.get("an answer", () -> attempt(question));
  }

  private Optional<Answer> attempt(Supplier<Answer> question) {
    try {
      var answer = question.get();
      if (answer.status() == 503) {
        add(answer.refusal(), answer.headers().firstValue("Retry-After").isPresent());
      }
      return Optional.of(answer);
    } catch (UncheckedIOException e) {
      add("unreachable: " + e.getMessage(), true);
      return Optional.empty();
    }
  }

  private void add(String what, boolean allowed) {
    failures.add(new Failure(Instant.now(), what, allowed));
  }

  /** When partners may meet failures. */
  public record Window(Instant from, Instant to) {

    /** From now on, so long. */
    public static Window ofNext(Duration length) {
      return new Window(Instant.now(), Instant.now().plus(length));
    }

    private boolean has(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(to);
    }
  }

  /**
   * Fails unless each was one that partners may meet, a connection that ended or a 503 that says
   * when to come again, and came in one of these windows.
   */
  public void assertOnlyIn(List<Window> windows) {
    for (var failure : failures) {
      assertTrue(failure.allowed(), failure.toString());
      assertTrue(
          windows.stream().anyMatch(window -> window.has(failure.at())),
          () -> failure + " is in none of " + windows);
    }
  }
}
