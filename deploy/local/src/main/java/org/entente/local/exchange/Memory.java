package org.entente.local.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.local.process.CannotStart;

/** Whether the machine has room for the exchange. */
final class Memory {

  /** Keycloak 0.5, three services 0.3 each, PostgreSQL and the launcher 0.3, and some to spare. */
  private static final long NEEDED_MIB = 2560;

  private static final Path MEMINFO = Path.of("/proc/meminfo");

  /**
   * @throws CannotStart when less is available; where the system does not say, it is let pass
   */
  static void requireEnough() {
    if (Files.notExists(MEMINFO)) {
      return;
    }
    try (var lines = Files.lines(MEMINFO)) {
      lines.filter(line -> line.startsWith("MemAvailable:")).findFirst().ifPresent(Memory::check);
    } catch (IOException e) {
      throw new CannotStart("How much memory is free cannot be read: " + e.getMessage(), e);
    }
  }

  private static void check(String line) {
    var mib = Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    if (mib < NEEDED_MIB) {
      throw new CannotStart(
          "The exchange needs about " + NEEDED_MIB + " MiB of memory and " + mib + " are free.");
    }
  }

  private Memory() {}
}
