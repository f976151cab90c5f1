package org.entente.kit.cli;

import java.nio.file.Path;
import org.entente.log.KeyType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente log new}. */
@Command(
    name = "new",
    description = "Make the two keys of a log: Ed25519 and ML-DSA-44.",
    footer = {
      "%nThe first keys, or the next ones. Prints the lines for everybody's log.policy. Example:",
      "  entente log new exchange.example/2026 --out keys"
    })
final class LogNewCommand extends EntenteCommand {

  @Parameters(paramLabel = "ORIGIN", description = "Its origin, such as exchange.example/2026.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String origin;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Override
  Report run() {
    NewKeys keys = NewKeys.of(origin, KeyType.ED25519);
    return keys.write(out, "")
        .line("For log.policy:")
        .line("log " + keys.classic().verifier())
        .line("log " + keys.quantum().verifier());
  }
}
