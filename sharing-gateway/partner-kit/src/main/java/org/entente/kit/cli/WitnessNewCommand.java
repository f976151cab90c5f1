package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;
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
    SecureRandom random = new SecureRandom();
    SignerKey classic = SignerKey.generate(name, KeyType.ED25519_COSIGNATURE, random);
    SignerKey quantum = SignerKey.generate(name, KeyType.ML_DSA_44, random);
    Path first = write("witness-ed25519.key", classic);
    Path second = write("witness-ml-dsa-44.key", quantum);
    return new Report()
        .put("ed25519", classic.verifier().toString())
        .put("ml_dsa_44", quantum.verifier().toString())
        .line("Keys: " + first + ", " + second + " (keep them to yourself)")
        .line("For log.policy, with an address of yours behind it:")
        .line("witness " + name + " " + classic.verifier())
        .line("witness " + name + "-pq " + quantum.verifier());
  }

  private Path write(String file, SignerKey key) {
    return Files.writeSecret(out, file, (key.secretText() + "\n").getBytes(UTF_8));
  }
}
