package org.entente.audit.reconciliation;

import java.time.DateTimeException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of time, as RFC 3339 in UTC.
 *
 * @param from included
 * @param to not included
 */
@Schema(name = "ComparedTimes")
public record Times(
    @Schema(required = true, format = "date-time") String from,
    @Schema(required = true, format = "date-time") String to) {

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  public Times {
    var begin = instant(from);
    var end = instant(to);
    Reconciliation.require(
        !begin.isBefore(Instant.EPOCH) && !end.isBefore(begin) && end.isBefore(LATEST),
        "times begin after 1970 and before they end");
  }

  /** When it begins. */
  public Instant begin() {
    return instant(from);
  }

  /** When it has ended. */
  public Instant end() {
    return instant(to);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw ReconciliationRefused.invalid("a time is not one like 2026-11-26T01:02:03Z");
    }
  }
}
