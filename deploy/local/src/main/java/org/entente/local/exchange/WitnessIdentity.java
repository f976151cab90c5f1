package org.entente.local.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;

/**
 * Name, keys and address of a member's witness.
 *
 * @param folder what the witness owns: its keys, its memory, its output
 * @param keys files with its private keys, one line each
 * @param policyLines its lines of the policy; they define a group of the member's name and {@code
 *     -both}
 */
record WitnessIdentity(Member member, int port, Path folder, List<Path> keys, String policyLines) {

  /** Makes fresh keys below this folder. */
  static WitnessIdentity create(Path runFolder, Member member, int port, SecureRandom random) {
    var name = "witness." + member.id() + ".entente.example";
    var ed25519 = SignerKey.generate(name, KeyType.ED25519_COSIGNATURE, random);
    var mlDsa44 = SignerKey.generate(name, KeyType.ML_DSA_44, random);
    var folder = runFolder.resolve("witness-" + member.id());
    try {
      Files.createDirectories(folder);
      var keys =
          List.of(
              LogIdentity.secret(folder.resolve("ed25519.key"), ed25519),
              LogIdentity.secret(folder.resolve("ml-dsa-44.key"), mlDsa44));
      var lines =
          """
          witness %1$s %2$s http://127.0.0.1:%4$d
          witness %1$s-pq %3$s
          group %1$s-both all %1$s %1$s-pq
          """
              .formatted(member.id(), ed25519.verifier(), mlDsa44.verifier(), port);
      return new WitnessIdentity(member, port, folder, keys, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
