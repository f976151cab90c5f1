package org.entente.bench;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.Locale;
import org.entente.local.postgres.Postgres;

/** What the figures depend on, for the line above the table. */
final class Surroundings {

  private final double loadBefore;

  private Surroundings(double loadBefore) {
    this.loadBefore = loadBefore;
  }

  /** To be called before anything is started: how busy the machine was with other work. */
  static Surroundings now() {
    return new Surroundings(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  String text(Postgres postgres) {
    return String.format(
        Locale.ROOT,
        "%d cores, everything on them; JDK %s; PostgreSQL %s; load average before the start %.1f",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        version(postgres),
        loadBefore);
  }

  private static String version(Postgres postgres) {
    try (var connection = postgres.connect("indicators")) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not answer", e);
    }
  }
}
