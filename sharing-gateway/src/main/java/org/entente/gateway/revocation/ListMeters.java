package org.entente.gateway.revocation;

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
final class ListMeters {

  private static final int DIGITS = 8;

  private final Clock clock;
  private final MultiGauge left;

  ListMeters(Clock clock, MeterRegistry meters) {
    this.clock = clock;
    this.left = MultiGauge.builder("gateway.revocation.left").baseUnit("seconds").register(meters);
  }

  /** Shows these, and no others any more. */
  void show(Map<String, RevocationLists> byPartner) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    byPartner.forEach((partner, lists) ->
        lists.standings().forEach(standing -> rows.add(row(partner, lists, standing.authority()))));
    left.register(rows, true);
  }

  private MultiGauge.Row<?> row(String partner, RevocationLists lists, Authority authority) {
    var tags = Tags.of("partner", partner, "authority", authority.key().substring(0, DIGITS));
    return MultiGauge.Row.of(
        tags, () -> lists.standing(authority).left(clock.instant()).toMillis() / 1000.0);
  }
}
