package org.entente.stix.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StixTimeTest {
  @Property
  void sortable_text_sorts_like_instants(
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long left,
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long right) {
    StixTime a = time(Instant.ofEpochMilli(left).toString());
    StixTime b = time(Instant.ofEpochMilli(right).toString());

    assertEquals(Long.signum(Long.compare(left, right)), Integer.signum(a.compareTo(b)));
  }

  @Test
  void equal_instants_are_equal_however_they_are_written() {
    assertEquals(
        time("2026-11-01T00:00:00.500Z").sortable(),
        time("2026-11-01T00:00:00.500000000000Z").sortable());
    assertTrue(time("2026-11-01T00:00:00.5Z").compareTo(time("2026-11-01T00:00:00.51Z")) < 0);
    assertTrue(time("2026-11-01T00:00:00Z").compareTo(time("2026-11-01T00:00:00.1Z")) < 0);
  }

  @Test
  void milliseconds_are_three_digits_or_more() {
    assertTrue(time("2026-11-01T00:00:00.000Z").hasMilliseconds());
    assertFalse(time("2026-11-01T00:00:00.00Z").hasMilliseconds());
    assertFalse(time("2026-11-01T00:00:00Z").hasMilliseconds());
  }

  @Test
  void a_leap_second_exists_where_one_can_be() {
    assertTrue(StixTime.parse("2016-12-31T23:59:60.000Z").isPresent());
    assertTrue(StixTime.parse("2016-12-31T23:58:60.000Z").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016-04-31T00:00:00.000Z",
        "2026-11-01T00:00:00.000+09:00",
        "2026-11-01T00:00:00.Z",
        "2026-11-01T24:00:00.000Z",
        "2026-13-01T00:00:00.000Z",
        "x",
        "",
        "2026-11-01T00:00:00.00000000000000000000000000000000000000000000000000000000000000000Z"
      })
  void what_the_calendar_or_the_syntax_forbids_is_none(String text) {
    assertTrue(StixTime.parse(text).isEmpty());
  }

  private static StixTime time(String text) {
    return StixTime.parse(text).orElseThrow();
  }
}
