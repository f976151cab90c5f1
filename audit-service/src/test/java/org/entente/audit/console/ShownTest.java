package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

  @Test
  void what_deceives_the_eye_is_spelt_out_and_the_rest_stays() {
    assertEquals("a⟦U+202E⟧gpj", Shown.plain("a\u202egpj"));
    assertEquals("⟦U+0000⟧⟦U+200B⟧⟦U+FEFF⟧", Shown.plain("\u0000\u200b\ufeff"));
    assertEquals("한국어 <b> é 🙂", Shown.plain("한국어 <b> é 🙂"));
  }

  @Test
  void a_time_is_for_machines_and_people() {
    assertEquals(
        "<time datetime=\"2026-11-25T10:00:00Z\">2026-11-25 10:00:00 UTC</time>",
        Shown.time(Instant.parse("2026-11-25T10:00:00Z")).toString());
  }

  @ParameterizedTest
  @CsvSource({"PT0S,0 s", "PT-3S,0 s", "PT90S,90 s", "PT5M,5 min", "PT3H,3 h", "P9D,9 d"})
  void ages_say_enough(Duration age, String words) {
    assertEquals(words, Shown.brief(age));
  }
}
