package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.entente.audit.refusal.QueryInvalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:07:31Z");

  @Test
  void without_a_wish_it_is_the_last_day_in_quarters_of_an_hour() {
    var window = Window.of(null, null, NOW);

    assertEquals(Duration.ofMinutes(15), window.part());
    assertEquals(Instant.parse("2026-11-25T10:15:00Z"), window.to());
    assertEquals(Instant.parse("2026-11-24T10:00:00Z"), window.from());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 59, 600, 3_600, 86_400, 604_800, 31_557_600, 315_576_000})
  void parts_are_whole_and_not_too_many(long seconds) {
    var window = Window.between(NOW.minusSeconds(seconds), NOW);

    assertEquals(window.length(), window.part().multipliedBy(window.parts()));
    assertTrue(window.parts() <= 98, window.toString());
    assertFalse(window.from().isAfter(NOW.minusSeconds(seconds)));
    assertFalse(window.to().isBefore(NOW));
  }

  @Test
  void what_ends_before_it_begins_is_the_last_day() {
    var window = Window.of("2026-11-25T10:00:00Z", "2026-11-25T09:00:00Z", NOW);

    assertEquals(Window.of(null, null, NOW), window);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "-999999999-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
  void what_is_no_time_is_refused(String time) {
    assertThrows(QueryInvalid.class, () -> Window.of(time, null, NOW));
    assertThrows(QueryInvalid.class, () -> Window.of(null, time, NOW));
  }

  @Test
  void all_of_time_is_shortened_to_what_can_be_shown() {
    var window = Window.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", NOW);

    assertTrue(window.parts() <= 98, window.toString());
  }

  @Test
  void zooming_in_and_out_and_along_stays_within_bounds() {
    var window = Window.of(null, null, NOW);

    assertTrue(window.wider(NOW).length().compareTo(window.length()) > 0);
    assertTrue(window.nearer().length().compareTo(window.length()) < 0);
    assertTrue(window.earlier().to().isBefore(window.to()));
    assertTrue(window.later().from().isAfter(window.from()));
    for (var i = 0; i < 40; i++) {
      window = window.wider(NOW);
    }
    assertTrue(window.parts() <= 98, window.toString());
  }
}
