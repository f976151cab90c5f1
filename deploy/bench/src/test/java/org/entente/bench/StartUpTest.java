package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartUpTest {

  @Test
  void memory_is_read_from_what_linux_says_of_a_process() {
    // When
    var memory =
        MemoryUse.of("Name:\tjava\nVmHWM:\t 999999 kB\nVmRSS:\t 205824 kB\nRssAnon:\t 102400 kB\n");

    // Then
    assertEquals(new MemoryUse(201, 100), memory);
  }

  @Test
  void a_row_has_the_middle_of_each_figure() {
    // Given
    var starts = List.of(start(2900, 300), start(1000, 100), start(1500, 200));

    // When
    var row = StartUp.row("audit-service", "with", starts);

    // Then
    assertEquals(
        "audit-service      with            1.5 s        200,    200 MiB            200,    200 MiB",
        row);
  }

  private static StartUp start(long millis, long mib) {
    var memory = new MemoryUse(mib, mib);
    return new StartUp(Duration.ofMillis(millis), memory, memory);
  }
}
