package org.entente.audit.revocation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.revocation.Authority;
import org.entente.revocation.RevocationLists;

/** Says how long each list still counts; negative when it counts no longer. */
final class RevocationMeters {

  private static final int DIGITS = 8;

  private final Clock clock;
  private final MultiGauge left;

  RevocationMeters(Clock clock, MeterRegistry meters) {
    this.clock = clock;
    this.left =
        MultiGauge.builder("audit.revocation.left")
            .description("How long a list of revoked certificates counts from now")
            .baseUnit("seconds")
            .register(meters);
  }

  /** Shows these, and no others any more. */
  void show(Map<String, RevocationLists> byParty) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    byParty.forEach((party, lists) ->
        lists.standings().forEach(standing -> rows.add(row(party, lists, standing.authority()))));
    left.register(rows, true);
  }

  private MultiGauge.Row<?> row(String party, RevocationLists lists, Authority authority) {
    var tags = Tags.of("party", party, "authority", authority.key().substring(0, DIGITS));
    return MultiGauge.Row.of(
        tags, () -> lists.standing(authority).left(clock.instant()).toMillis() / 1000.0);
  }
}
