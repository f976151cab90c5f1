package org.entente.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Files and the bytes that were read from them. Filled by one thread, and not changed later. */
final class FilesRead {

  /** Longest file, in bytes. */
  static final int MOST_BYTES = 1 << 20;

  private final Map<Path, byte[]> files = new HashMap<>();

  /**
   * The bytes of a file, which must not be longer than that. One that is named twice is read once:
   * if it changed in between, half of an agreement would be old and {@link #stillSaySo} not see it.
   */
  byte[] read(Path file) throws IOException {
    byte[] known = files.get(file);
    if (known != null) {
      return known;
    }
    byte[] bytes = bytes(file);
    files.put(file, bytes);
    return bytes;
  }

  /** Whether reading all of them now would bring the same. */
  boolean stillSaySo() throws IOException {
    for (var each : files.entrySet()) {
      if (!Arrays.equals(each.getValue(), bytes(each.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("longer than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }
}
