package org.entente.kit.cli;

import java.nio.file.Path;
import org.entente.log.KeyType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente witness new}. */
@Command(
    name = "new",
    description = "Make the two keys of a witness: Ed25519 and ML-DSA-44.",
    footer = {
      "%nPrints the lines for everybody's log.policy. Example:",
      "  entente witness new witness.kr.example --out keys"
    })
final class WitnessNewCommand extends EntenteCommand {

  @Parameters(paramLabel = "NAME", description = "Such as witness.kr.example.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String name;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Override
  Report run() {
    NewKeys keys = NewKeys.of(name, KeyType.ED25519_COSIGNATURE);
    return keys.write(out, "witness-")
        .line("For log.policy, with an address of yours behind it:")
        .line("witness " + name + " " + keys.classic().verifier())
        .line("witness " + name + "-pq " + keys.quantum().verifier());
  }
}
