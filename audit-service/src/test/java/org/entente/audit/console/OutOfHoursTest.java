package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.entente.agreement.Party.Hours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutOfHoursTest {

  private static final Hours SEOUL =
      new Hours(ZoneId.of("Asia/Seoul"), LocalTime.of(9, 0), LocalTime.of(18, 0));

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T00:00:00Z, 0", // Wednesday nine in Seoul
    "2026-11-24T23:00:00Z, 7",
    "2026-11-25T08:00:00Z, 0",
    "2026-11-25T09:00:00Z, 7",
    "2026-11-27T23:00:00Z, 7", // Saturday eight
    "2026-11-28T03:00:00Z, 7" // Saturday noon
  })
  void hours_are_those_of_the_partys_own_zone(Instant at, long outside) {
    var counts = List.of(new Timeline.Count(at, "kr", "allowed", 7));

    var found = OutOfHours.of(counts, Map.of("kr", SEOUL));

    assertEquals(List.of(new OutOfHours("kr", "09:00–18:00 Asia/Seoul", outside, 7)), found);
  }

  @ParameterizedTest
  @CsvSource({"eu", "-"})
  void a_party_without_hours_is_never_outside_of_them(String party) {
    var counts = List.of(new Timeline.Count(Instant.EPOCH, party, "allowed", 7));

    assertEquals(List.of(), OutOfHours.of(counts, Map.of("kr", SEOUL)));
  }
}
