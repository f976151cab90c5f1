package org.entente.bench;

import java.time.Duration;

/**
 * Where a load ends, whichever comes first.
 *
 * @param operations most operations that are started
 * @param time after which none is started
 */
record Limit(int operations, Duration time) {

  /** As many operations as fit. */
  static Limit of(Duration time) {
    return new Limit(Integer.MAX_VALUE, time);
  }

  Limit atMost(int fewer) {
    return new Limit(fewer, time);
  }
}
