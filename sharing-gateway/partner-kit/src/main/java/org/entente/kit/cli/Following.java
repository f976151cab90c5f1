package org.entente.kit.cli;

import java.time.Duration;
import java.util.function.Consumer;
import org.entente.kit.client.Patience;
import org.entente.kit.client.Pause;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether a command ends when it has read everything, or waits for more.
final class Following {

  @Option(
      names = "--follow",
      description =
          "Do not end, ask again and again; outages are waited out. A signal (Ctrl-C, TERM) ends it"
              + " after the page it is at, with exit code 0.")
  private boolean follow;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = "How long --follow waits between; every request is in the log. Default: 30.")
  private int interval = 30;

  @Mixin private Retrying retrying = new Retrying();

  boolean goesOn() {
    return follow;
  }

  Duration interval() {
    return Duration.ofSeconds(Math.max(1, interval));
  }

  Pause pause(Edge edge) {
    if (follow) {
      edge.time().stop().heed();
    }
    return edge.time().pause();
  }

  Patience patience(Pause pause, Consumer<String> warn) {
    return follow
        ? Retrying.patience(Integer.MAX_VALUE, pause, warn)
        : retrying.patience(pause, warn);
  }
}
