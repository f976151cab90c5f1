package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void it_ends_after_two_rounds_that_were_hardly_faster_than_the_best_before() {
    assertTrue(after(100).goesOn());
    assertTrue(after(100, 102).goesOn());
    assertFalse(after(100, 102, 103).goesOn());
    assertFalse(after(100, 60, 90).goesOn());
  }

  @Test
  void one_slow_round_does_not_end_it() {
    assertTrue(after(100, 90, 120).goesOn());
    assertTrue(after(100, 90, 120, 120).goesOn());
    assertFalse(after(100, 90, 120, 120, 121).goesOn());
  }

  @Test
  void it_takes_so_many_rounds_at_most() {
    var rounds = new AtomicInteger();

    new WarmUp(Duration.ofMillis(200), 1)
        .run(
            1,
            i -> {
              if (i == 0) {
                rounds.incrementAndGet();
              }
            });

    assertEquals(1, rounds.get());
  }

  private static WarmUp.Progress after(double... rates) {
    var progress = new WarmUp.Progress();
    DoubleStream.of(rates).forEach(progress::note);
    return progress;
  }
}
