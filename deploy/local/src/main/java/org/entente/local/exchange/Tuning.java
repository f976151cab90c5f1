package org.entente.local.exchange;

import java.util.List;

/** How the services' Java virtual machines are set up. */
public enum Tuning {
  /** Small and quick to start, for demonstrations and tests. */
  QUICK_START,
  /** For measuring: compiled fully, more memory. */
  THROUGHPUT;

  List<String> flags() {
    return switch (this) {
      case QUICK_START ->
          List.of("-Xms48m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
      case THROUGHPUT -> List.of("-Xms256m", "-Xmx768m", "-XX:+UseParallelGC");
    };
  }
}
