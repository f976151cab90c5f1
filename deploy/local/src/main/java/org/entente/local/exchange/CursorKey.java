package org.entente.local.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** What seals a client's place in a listing: the same for all replicas, or the place is lost. */
final class CursorKey {

  private static final int BYTES = 32;

  private CursorKey() {}

  static Path in(Path folder) {
    return folder.resolve("cursor.key");
  }

  static void write(Path folder) {
    var key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      var file = Files.createFile(in(folder), ConsoleUsers.OWNER_ONLY);
      Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
