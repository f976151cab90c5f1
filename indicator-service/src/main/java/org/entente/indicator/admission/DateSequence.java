package org.entente.indicator.admission;

import java.util.HashMap;
import java.util.Map;

/// Gives out date_added. Each audience has its own run of consecutive microseconds: a gap would
/// tell it that something was withheld. Confined to one transaction, under the collection's lock.
public final class DateSequence {
  private final long base;
  private final Map<String, Long> next = new HashMap<>();
  private long last;

  /// Continues after what the collection gave out before.
  ///
  /// @param last the collection's highest date_added
  /// @param now microseconds since 1970
  public DateSequence(long last, long now) {
    this.last = last;
    this.base = Math.max(now, last + 1);
  }

  /// The earliest date of this run; given to nobody by asking.
  long base() {
    return base;
  }

  /// The next date for an audience.
  public long next(String audience) {
    long given = next.getOrDefault(audience, base);
    next.put(audience, given + 1);
    last = Math.max(last, given);
    return given;
  }

  /// The highest date given out, in this run or before.
  public long last() {
    return last;
  }
}
