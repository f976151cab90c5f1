package org.entente.kit.client;

import java.time.Duration;
import java.util.function.Supplier;

/// Tries again while the exchange is not available, a bounded number of times in a row, waiting
/// longer each time and as long as the exchange asks. Who has never answered is not waited for: an
/// address is more likely wrong than a service down. Not thread-safe.
public final class Patience {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int DOUBLINGS = 5;

  private final int retries;
  private final Pause pause;
  private final Waiting waiting;
  private int failures;
  private boolean answered;

  /// @param retries in a row, before the failure is told; 0 or more
  /// @param waiting is told of each wait
  public Patience(int retries, Pause pause, Waiting waiting) {
    this.retries = retries;
    this.pause = pause;
    this.waiting = waiting;
  }

  /// The answer to a request that may be repeated.
  public <T> T until(Supplier<T> request) {
    while (true) {
      try {
        T answer = request.get();
        failures = 0;
        answered = true;
        return answer;
      } catch (Unreachable e) {
        again(e, Duration.ZERO);
      } catch (ExchangeRefused e) {
        answered = true;
        if (!e.temporary()) {
          throw e;
        }
        again(e, e.retryAfter());
      }
    }
  }

  private void again(RuntimeException failure, Duration asked) {
    if (!answered || failures >= retries) {
      throw failure;
    }
    Duration time = wait(asked);
    waiting.begins(failure, time);
    if (!pause.of(time)) {
      throw failure;
    }
    failures++;
  }

  private Duration wait(Duration asked) {
    Duration own = Duration.ofSeconds(1L << Math.min(failures, DOUBLINGS));
    Duration longer = asked.compareTo(own) > 0 ? asked : own;
    return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
  }
}
