package org.entente.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * What a load came to.
 *
 * @param operations finished, all of them well
 * @param elapsed wall time
 * @param p50 median latency of one operation
 * @param p99 99th percentile
 */
record Measured(long operations, Duration elapsed, Duration p50, Duration p99) {

  static Measured of(long[] nanos, Duration elapsed) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Measured(sorted.length, elapsed, at(sorted, 0.50), at(sorted, 0.99));
  }

  /** Units per second when each operation holds this many. */
  double rate(int unitsPerOperation) {
    return operations * unitsPerOperation / (elapsed.toNanos() / 1e9);
  }

  private static Duration at(long[] sorted, double quantile) {
    int last = sorted.length - 1;
    return Duration.ofNanos(sorted[(int) Math.min(last, Math.floor(sorted.length * quantile))]);
  }
}
