package org.entente.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Importing realms takes Keycloak most of its first start, so the database after a good stop is
 * kept beside the distribution and used by the next exchange that asks for the same realms. Realms
 * name certificates by subject only, hence fit every throw-away PKI.
 */
final class ImportedRealms {

  private static final String DATABASE = "h2/keycloakdb.mv.db";

  private final Path distribution;
  private final Path data;

  /**
   * @param data Keycloak's data folder; {@code import/} in it holds the realms' files
   */
  ImportedRealms(Path distribution, Path data) {
    this.distribution = distribution;
    this.data = data;
  }

  /** Copies the kept database into place, when there is one for the present realm files. */
  void restore() {
    try {
      var database = data.resolve(DATABASE);
      if (Files.exists(kept()) && Files.notExists(database)) {
        Files.createDirectories(database.getParent());
        Files.copy(kept(), database);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the database of a stopped Keycloak for others, unless one is kept already. */
  void keep() {
    try {
      if (Files.notExists(kept()) && Files.exists(data.resolve(DATABASE))) {
        var copy = Files.createTempFile(distribution, "realms", ".tmp");
        Files.copy(data.resolve(DATABASE), copy, StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, kept(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path kept() throws IOException {
    try (var files = Files.list(data.resolve("import"))) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files.sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
      var name = HexFormat.of().formatHex(digest.digest(), 0, 8);
      return distribution.resolve("realms-" + name + ".mv.db");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
