package org.entente.bench;

import java.util.Locale;

/**
 * The best this machine could do at a part of the work, with nothing around it.
 *
 * @param rate per second, in the unit of the row it stands beside
 */
record Floor(String what, double rate) {

  /** With how long one of them takes, for rows that are about waiting. */
  static Floor of(String what, Measured measured) {
    String times =
        String.format(
            Locale.ROOT,
            "%s, p50 %.2f p99 %.2f ms",
            what,
            measured.p50().toNanos() / 1e6,
            measured.p99().toNanos() / 1e6);
    return new Floor(times, measured.rate(1));
  }
}
