package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the overview together. Thread-safe. */
@Singleton
final class Overviews {

  private final PostgresStanding standing;
  private final ConsoleConfig config;
  private final Clock clock;

  Overviews(PostgresStanding standing, ConsoleConfig config, Clock clock) {
    this.standing = standing;
    this.config = config;
    this.clock = clock;
  }

  Overview now() {
    return new Overview(standing.at(clock.instant()), config.hours().keySet());
  }
}
