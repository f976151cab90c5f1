package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

  private static final Limit LONG = Limit.of(Duration.ofMinutes(1));

  @Test
  void every_operation_runs_once_and_is_counted() {
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    Measured measured = ClosedLoop.run(3, LONG.atMost(100), i -> assertTrue(seen.add(i)));
    assertEquals(100, measured.operations());
    assertEquals(IntStream.range(0, 100).boxed().collect(Collectors.toSet()), seen);
  }

  @Test
  void time_ends_what_has_no_end() {
    Measured measured =
        ClosedLoop.run(2, Limit.of(Duration.ofMillis(20)), i -> Thread.onSpinWait());
    assertTrue(measured.operations() > 0);
    assertTrue(measured.elapsed().toMillis() >= 20);
  }

  @Test
  void one_failed_operation_ends_the_load_and_says_why() {
    var failure =
        assertThrows(
            IllegalStateException.class,
            () -> ClosedLoop.run(2, LONG, ClosedLoopTest::failAtTheTenth));
    assertInstanceOf(IllegalArgumentException.class, failure.getCause());
  }

  private static void failAtTheTenth(int i) {
    if (i == 10) {
      throw new IllegalArgumentException("the tenth");
    }
  }
}
