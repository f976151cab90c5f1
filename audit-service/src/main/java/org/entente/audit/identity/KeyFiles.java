package org.entente.audit.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.log.SignerKey;
import org.entente.log.VerifierKey;

/** Reads keys of the log. */
final class KeyFiles {

  static SignerKey signer(Path file) {
    return SignerKey.parse(text(file).strip());
  }

  static List<SignerKey> next(LogConfig config) {
    return Stream.of(config.next().ed25519Key(), config.next().mlDsa44Key())
        .flatMap(Optional::stream)
        .map(KeyFiles::signer)
        .toList();
  }

  static List<VerifierKey> verifiers(Path file) {
    return text(file).lines().filter(line -> !line.isBlank()).map(VerifierKey::parse).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the log's key file " + file, e);
    }
  }

  private KeyFiles() {}
}
