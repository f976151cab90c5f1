package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;

/** The two keys of whoever signs checkpoints, a log or a witness: one of today, and ML-DSA-44. */
record NewKeys(SignerKey classic, SignerKey quantum) {

  static NewKeys of(String name, KeyType classic) {
    var random = new SecureRandom();
    return new NewKeys(
        SignerKey.generate(name, classic, random),
        SignerKey.generate(name, KeyType.ML_DSA_44, random));
  }

  /** Writes them, for their owner only, and tells where. */
  Report write(Path out, String prefix) {
    Path first = write(out, prefix + "ed25519.key", classic);
    Path second = write(out, prefix + "ml-dsa-44.key", quantum);
    return new Report()
        .put("ed25519", classic.verifier().toString())
        .put("ml_dsa_44", quantum.verifier().toString())
        .line("Keys: " + first + ", " + second + " (keep them to yourself)");
  }

  private static Path write(Path out, String file, SignerKey key) {
    return Files.writeSecret(out, file, (key.secretText() + "\n").getBytes(UTF_8));
  }
}
