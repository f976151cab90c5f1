package org.entente.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param firstWarmUp load that is thrown away before anything is counted: the virtual machines
 *     compile
 * @param warmUp the same before each further load
 * @param load longest counted load of a row
 * @param floor longest counted load of a floor
 * @param longest after which the run is given up, from when everything is prepared
 */
record Plan(
    Duration firstWarmUp,
    Duration warmUp,
    Duration load,
    Duration floor,
    Amounts amounts,
    Duration longest) {

  /**
   * How many are signed beforehand.
   *
   * @param submissions small ones, at most
   * @param envelopes of a thousand objects
   * @param objects the collection is filled up to so many before pages are read and values looked
   *     up
   */
  record Amounts(int submissions, int envelopes, int objects) {}

  private static final Plan FULL =
      new Plan(
          Duration.ofSeconds(30),
          Duration.ofSeconds(8),
          Duration.ofSeconds(15),
          Duration.ofSeconds(4),
          new Amounts(20_000, 100, 100_000),
          Duration.ofMinutes(7));

  private static final Plan LARGE =
      new Plan(
          FULL.firstWarmUp,
          FULL.warmUp,
          FULL.load,
          FULL.floor,
          new Amounts(20_000, 100, 1_000_000),
          Duration.ofMinutes(25));

  private static final Plan QUICK =
      new Plan(
          Duration.ofSeconds(12),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofMillis(1500),
          new Amounts(3000, 20, 20_000),
          Duration.ofMinutes(2));

  static Plan of(List<String> arguments) {
    if (arguments.contains("--large")) {
      return LARGE;
    }
    return arguments.contains("--quick") ? QUICK : FULL;
  }

  Limit counted() {
    return Limit.of(load);
  }

  /** The envelopes decide how full the collection is, so they are given more time. */
  Limit bulk() {
    return Limit.of(load.multipliedBy(4)).atMost(amounts.envelopes());
  }
}
