package org.entente.gateway.revocation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.entente.revocation.Authority;
import org.entente.revocation.RevocationLists;
import org.entente.revocation.Standing;

/** Says how long each list still counts. */
final class ListMeters {

  private static final int DIGITS = 8;

  static void register(String partner, RevocationLists lists, Clock clock, MeterRegistry meters) {
    for (Standing standing : lists.standings()) {
      Authority authority = standing.authority();
      Gauge.builder("gateway.revocation.left", () -> left(lists, authority, clock))
          .baseUnit("seconds")
          .tag("partner", partner)
          .tag("authority", authority.key().substring(0, DIGITS))
          .register(meters);
    }
  }

  /** Negative when it counts no longer; without any list as if it had just ended. */
  private static double left(RevocationLists lists, Authority authority, Clock clock) {
    return lists.standings().stream()
        .filter(each -> each.authority().equals(authority))
        .flatMap(each -> each.held().stream())
        .mapToDouble(held -> Duration.between(clock.instant(), held.until()).toMillis() / 1000.0)
        .findFirst()
        .orElse(0);
  }

  private ListMeters() {}
}
