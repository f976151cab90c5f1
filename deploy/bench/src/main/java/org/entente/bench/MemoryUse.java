package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process holds of the machine's memory, as Linux says, in MiB.
 *
 * @param resident all of it, files that are mapped into it as well
 * @param own what it shares with nobody and no file
 */
record MemoryUse(long resident, long own) {

  private static final long KIB_A_MIB = 1024;

  static MemoryUse of(long pid) {
    try {
      return of(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the text of {@code /proc/<pid>/status}. */
  static MemoryUse of(String status) {
    return new MemoryUse(mib(status, "VmRSS:"), mib(status, "RssAnon:"));
  }

  private static long mib(String status, String name) {
    return status
            .lines()
            .filter(line -> line.startsWith(name))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / KIB_A_MIB;
  }
}
