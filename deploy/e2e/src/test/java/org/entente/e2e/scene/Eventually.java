package org.entente.e2e.scene;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come, and fails when it does not come in time. */
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /** Returns as soon as it is so. */
  public static void is(String what, BooleanSupplier so) {
    get(what, () -> so.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /** Returns the first result there is. */
  public static <T> T get(String what, Supplier<Optional<T>> question) {
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      var answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      pause();
    }
    throw new AssertionError(what + ": not within " + PATIENCE.toSeconds() + " s");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
