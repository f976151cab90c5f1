package org.entente.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param warmUp before each load
 * @param load longest counted load of a row
 * @param floor longest counted load of a floor
 * @param longest after which the run is given up, from when everything is prepared
 */
record Plan(WarmUp warmUp, Duration load, Duration floor, Amounts amounts, Duration longest) {

  /**
   * How many are signed beforehand.
   *
   * @param submissions small ones, at most
   * @param envelopes of a thousand objects
   * @param objects the collection is filled up to so many before pages are read and values looked
   *     up
   * @param entries added to the log before it is searched
   */
  record Amounts(int submissions, int envelopes, int objects, int entries) {}

  private static final Plan FULL =
      new Plan(
          new WarmUp(Duration.ofSeconds(10), 18),
          Duration.ofSeconds(15),
          Duration.ofSeconds(4),
          new Amounts(20_000, 100, 100_000, 1_000_000),
          Duration.ofMinutes(25));

  private static final Plan LARGE =
      new Plan(
          FULL.warmUp,
          FULL.load,
          FULL.floor,
          new Amounts(20_000, 100, 1_000_000, 1_000_000),
          Duration.ofMinutes(40));

  private static final Plan LOG =
      new Plan(
          FULL.warmUp,
          FULL.load,
          FULL.floor,
          new Amounts(0, 0, 0, 10_000_000),
          Duration.ofMinutes(60));

  private static final Plan QUICK =
      new Plan(
          new WarmUp(Duration.ofSeconds(2), 3),
          Duration.ofSeconds(4),
          Duration.ofMillis(1500),
          new Amounts(3000, 20, 20_000, 100_000),
          Duration.ofMinutes(4));

  static Plan of(List<String> arguments) {
    if (arguments.contains("--log")) {
      return LOG;
    }
    if (arguments.contains("--large")) {
      return LARGE;
    }
    return arguments.contains("--quick") ? QUICK : FULL;
  }

  /** Whether the log alone is measured. */
  boolean ofLog() {
    return amounts.objects() == 0;
  }

  /** Bytes on the disk, roughly; most of it is the log with its indexes and journal. */
  long space() {
    return (5L << 30) + 4096L * (amounts.entries() + amounts.objects());
  }

  Limit counted() {
    return Limit.of(load);
  }

  /** The envelopes decide how full the collection is, so they are given more time. */
  Limit bulk() {
    return Limit.of(load.multipliedBy(4)).atMost(amounts.envelopes());
  }
}
