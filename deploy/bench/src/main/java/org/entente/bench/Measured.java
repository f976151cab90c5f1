package org.entente.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * What a load came to.
 *
 * @param operations finished, all of them well
 * @param elapsed from the first start to the last answer
 * @param p50 median latency of one operation
 * @param p99 99th percentile
 */
record Measured(long operations, Duration elapsed, Duration p50, Duration p99) {

  /**
   * From one latency for each operation, in any order, and the wall time, all in nanoseconds.
   *
   * @throws IllegalArgumentException when there was no operation at all
   */
  static Measured of(long[] latencies, long elapsed) {
    if (latencies.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    return new Measured(
        sorted.length, Duration.ofNanos(elapsed), percentile(sorted, 50), percentile(sorted, 99));
  }

  /** Units per second when each operation holds this many. */
  double rate(int unitsPerOperation) {
    return operations * unitsPerOperation / (elapsed.toNanos() / 1e9);
  }

  /** The smallest latency that so many of a hundred do not exceed. */
  private static Duration percentile(long[] sorted, int hundredths) {
    int rank = Math.ceilDiv(sorted.length * hundredths, 100);
    return Duration.ofNanos(sorted[rank - 1]);
  }
}
