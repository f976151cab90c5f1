package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;
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
    SecureRandom random = new SecureRandom();
    SignerKey classic = SignerKey.generate(origin, KeyType.ED25519, random);
    SignerKey quantum = SignerKey.generate(origin, KeyType.ML_DSA_44, random);
    Path first = write("ed25519.key", classic);
    Path second = write("ml-dsa-44.key", quantum);
    return new Report()
        .put("ed25519", classic.verifier().toString())
        .put("ml_dsa_44", quantum.verifier().toString())
        .line("Keys: " + first + ", " + second + " (keep them to yourself)")
        .line("For log.policy:")
        .line("log " + classic.verifier())
        .line("log " + quantum.verifier());
  }

  private Path write(String file, SignerKey key) {
    return Files.writeSecret(out, file, (key.secretText() + "\n").getBytes(UTF_8));
  }
}
