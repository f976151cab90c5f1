package org.entente.local.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.entente.log.VerifierKey;

/**
 * The log's name and keys.
 *
 * @param ed25519 file with the private key in one line
 * @param mlDsa44 likewise
 * @param former file with the public keys that signed before these; none yet
 * @param policy file with the tlog-policy that verifiers are given: the log's keys, and both
 *     members' witnesses, which must have cosigned
 */
record LogIdentity(Path ed25519, Path mlDsa44, Path former, Path policy) {

  static final String ORIGIN = "exchange.entente.example/2026";

  /** Makes fresh keys in this folder. */
  static LogIdentity create(Path folder, SecureRandom random, List<WitnessIdentity> witnesses) {
    var ed25519 = SignerKey.generate(ORIGIN, KeyType.ED25519, random);
    var mlDsa44 = SignerKey.generate(ORIGIN, KeyType.ML_DSA_44, random);
    try {
      Files.createDirectories(folder);
      return new LogIdentity(
          secret(folder.resolve("ed25519.key"), ed25519),
          secret(folder.resolve("ml-dsa-44.key"), mlDsa44),
          Files.createFile(folder.resolve("former.keys")),
          Files.writeString(
              folder.resolve("log.policy"),
              policy(List.of(ed25519.verifier(), mlDsa44.verifier()), witnesses)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String policy(List<VerifierKey> log, List<WitnessIdentity> witnesses) {
    var lines = witnesses.stream().map(WitnessIdentity::policyLines).collect(Collectors.joining());
    var members =
        witnesses.stream()
            .map(witness -> witness.member().id() + "-both")
            .collect(Collectors.joining(" "));
    return TlogPolicy.text(log)
        .replace("quorum none\n", lines + "group both all " + members + "\nquorum both\n");
  }

  static Path secret(Path file, SignerKey key) throws IOException {
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    return Files.writeString(file, key.secretText() + "\n");
  }
}
