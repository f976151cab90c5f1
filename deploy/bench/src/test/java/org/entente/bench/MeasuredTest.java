package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasuredTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void percentiles_are_latencies_that_occurred_whatever_their_order() {
    long[] downwards = LongStream.range(0, 200).map(i -> 200 - i).toArray();
    Measured measured = Measured.of(downwards, SECOND);
    assertEquals(Duration.ofNanos(100), measured.p50());
    assertEquals(Duration.ofNanos(198), measured.p99());
  }

  @Test
  void of_a_single_operation_every_percentile_is_that_one() {
    Measured measured = Measured.of(new long[] {7}, SECOND);
    assertEquals(Duration.ofNanos(7), measured.p50());
    assertEquals(Duration.ofNanos(7), measured.p99());
  }

  @Test
  void a_rate_counts_units_and_not_operations() {
    assertEquals(1500.0, Measured.of(new long[] {1, 2, 3}, 2 * SECOND).rate(1000));
  }

  @Test
  void nothing_is_no_measurement() {
    assertThrows(IllegalArgumentException.class, () -> Measured.of(new long[0], SECOND));
  }
}
