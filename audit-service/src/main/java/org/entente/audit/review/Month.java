package org.entente.audit.review;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.entente.audit.refusal.QueryInvalid;

/**
 * A month, in UTC as all times here. Pure.
 *
 * @param month of the years 1970 to 9999
 */
public record Month(YearMonth month) {

  private static final int FIRST = 1970;
  private static final int LAST = 9999;

  public Month {
    if (month.getYear() < FIRST || month.getYear() > LAST) {
      throw new IllegalArgumentException("no year of these: " + month);
    }
  }

  /**
   * A month as {@code 2026-11}.
   *
   * @param name of the parameter
   * @throws QueryInvalid when it is none
   */
  public static Month parse(String name, String text) {
    try {
      return new Month(YearMonth.parse(text));
    } catch (DateTimeException | IllegalArgumentException _) {
      throw new QueryInvalid(name + " is not a month like 2026-11");
    }
  }

  static Month of(Instant at) {
    return new Month(YearMonth.from(at.atOffset(ZoneOffset.UTC)));
  }

  Instant begin() {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Instant end() {
    return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The search for all of it. */
  public ReviewQuery query() {
    var filled = new TreeMap<String, String>();
    filled.put("from", begin().toString());
    filled.put("to", end().toString());
    return new ReviewQuery(filled);
  }

  /** As {@code 2026-11}. */
  public String name() {
    return month.toString();
  }
}
