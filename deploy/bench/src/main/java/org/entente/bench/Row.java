package org.entente.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A line of the table.
 *
 * @param unit what is counted per second
 * @param perOperation units in one operation; latencies are those of operations
 * @param floors the best this machine could do at parts of it, measured in the same run
 */
record Row(String what, String unit, int perOperation, Measured measured, List<Floor> floors) {

  static final String HEAD =
      String.format(
          "%-40s %19s %9s %9s   %s",
          "what", "per second", "p50 ms", "p99 ms", "floor: per second, and our part of it");

  String text() {
    double rate = measured.rate(perOperation);
    return String.format(
        Locale.ROOT,
        "%-40s %7.0f %-11s %9.1f %9.1f   %s",
        what,
        rate,
        unit,
        millis(measured.p50()),
        millis(measured.p99()),
        floors.stream().map(floor -> text(floor, rate)).collect(Collectors.joining("; ")));
  }

  private static String text(Floor floor, double rate) {
    double percent = 100 * rate / floor.rate();
    return String.format(Locale.ROOT, "%.0f %s (%.1f %%)", floor.rate(), floor.what(), percent);
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
