package org.entente.kit.cli;

import java.time.Duration;
import java.util.function.Consumer;
import org.entente.kit.client.ExchangeRefused;
import org.entente.kit.client.Patience;
import org.entente.kit.client.Pause;
import picocli.CommandLine.Option;

/// How often a command tries again.
final class Retrying {

  private static final int TOO_MANY_REQUESTS = 429;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description =
          "Try again so often in a row when the exchange is not available or the connection breaks,"
              + " waiting 1, 2, 4 … 32 s or as long as it asks, at most 60 s. Default: 5.")
  private int retries = 5;

  /// Waits without a word.
  Patience patience(Pause pause) {
    return patience(pause, _ -> {});
  }

  /// Says when the exchange asks for less at once: somebody may be waiting for the command.
  Patience patience(Pause pause, Consumer<String> warn) {
    return patience(Math.max(0, retries), pause, warn);
  }

  /// The same with so many retries.
  static Patience patience(int retries, Pause pause, Consumer<String> warn) {
    return new Patience(retries, pause, (why, time) -> tell(why, time, warn));
  }

  private static void tell(RuntimeException why, Duration time, Consumer<String> warn) {
    if (why instanceof ExchangeRefused refused && refused.status() == TOO_MANY_REQUESTS) {
      warn.accept("429 " + refused.code() + ": going on in " + time.toSeconds() + " s");
    }
  }
}
