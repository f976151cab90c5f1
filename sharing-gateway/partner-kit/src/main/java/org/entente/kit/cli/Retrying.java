package org.entente.kit.cli;

import org.entente.kit.client.Patience;
import org.entente.kit.client.Pause;
import picocli.CommandLine.Option;

/// How often a command tries again.
final class Retrying {

  @Option(
      names = "--retries",
      paramLabel = "N",
      description =
          "Try again so often in a row when the exchange is not available or the connection breaks,"
              + " waiting 1, 2, 4 … 32 s or as long as it asks, at most 60 s. Default: 5.")
  private int retries = 5;

  Patience patience(Pause pause) {
    return new Patience(Math.max(0, retries), pause);
  }
}
