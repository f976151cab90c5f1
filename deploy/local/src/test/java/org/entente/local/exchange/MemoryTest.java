package org.entente.local.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.local.process.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

  @TempDir Path folder;

  @Test
  void too_little_available_memory_is_told_in_one_sentence() throws IOException {
    var memory = new Memory(meminfo(1_000_000), 64_000);

    var failure = assertThrows(CannotStart.class, memory::requireEnough);

    assertEquals(
        "The exchange needs about 2560 MiB of memory, and 976 are free.", failure.sentence());
  }

  @Test
  void the_limit_of_a_container_counts_though_the_machine_has_more() throws IOException {
    var memory = new Memory(meminfo(60_000_000), 2_000);

    assertThrows(CannotStart.class, memory::requireEnough);
  }

  @Test
  void enough_is_enough() throws IOException {
    new Memory(meminfo(4_000_000), 8_000).requireEnough();
    new Memory(folder.resolve("no Linux"), 8_000).requireEnough();
  }

  private Path meminfo(long availableKib) throws IOException {
    var lines = "MemTotal: 99999999 kB\nMemAvailable:   " + availableKib + " kB\n";
    return Files.writeString(folder.resolve("meminfo"), lines);
  }
}
