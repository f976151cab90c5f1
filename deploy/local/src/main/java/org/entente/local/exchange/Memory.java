package org.entente.local.exchange;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.local.process.CannotStart;

/**
 * Whether there is room for the exchange.
 *
 * @param meminfo what Linux says is available; where there is no such file, only the limit counts
 * @param limitMib what this process may use at all: less than the machine has, in a container
 */
record Memory(Path meminfo, long limitMib) {

  /** Keycloak 0.5, three services 0.3 each, PostgreSQL and the launcher 0.3, and some to spare. */
  private static final long NEEDED_MIB = 2560;

  private static final long MIB = 1024 * 1024;

  static Memory ofThisMachine() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Memory(Path.of("/proc/meminfo"), system.getTotalMemorySize() / MIB);
  }

  /** Refuses when there is too little: the exchange would be killed half-way. */
  void requireEnough() {
    var mib = Math.min(limitMib, availableMib());
    if (mib < NEEDED_MIB) {
      throw new CannotStart(
          "The exchange needs about " + NEEDED_MIB + " MiB of memory, and " + mib + " are free.");
    }
  }

  private long availableMib() {
    if (Files.notExists(meminfo)) {
      return limitMib;
    }
    try (var lines = Files.lines(meminfo)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / MIB)
          .findFirst()
          .orElse(limitMib);
    } catch (IOException e) {
      throw new CannotStart("How much memory is free cannot be read: " + e.getMessage(), e);
    }
  }
}
