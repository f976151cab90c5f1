package org.entente.bench;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param unit what is counted per second
 * @param perOperation units in one operation
 * @param floor the best this machine could do at the same, measured in the same run
 */
record Row(String what, String unit, int perOperation, Measured measured, Measured floor) {

  static final String HEAD =
      String.format(
          "%-44s %12s %9s %9s   %s", "what", "per second", "p50 ms", "p99 ms", "floor per second");

  String text(String floorName, int perFloorOperation) {
    return String.format(
        Locale.ROOT,
        "%-44s %12.0f %9.1f %9.1f   %.0f (%s)",
        what + ", " + unit,
        measured.rate(perOperation),
        measured.p50().toNanos() / 1e6,
        measured.p99().toNanos() / 1e6,
        floor.rate(perFloorOperation),
        floorName);
  }
}
