package org.entente.indicator.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.stix.marking.Tlp;
import org.junit.jupiter.api.Test;

class StrictestMarkingTest {
  private static Optional<String> in(String text) {
    return StrictestMarking.in(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_strictest_level_referred_to_counts_wherever_it_stands() {
    String all = Arrays.stream(Tlp.values()).map(Tlp::marking).collect(Collectors.joining("\",\""));

    assertEquals(Optional.of("RED"), in(all));
    assertEquals(Optional.of("AMBER+STRICT"), in("x" + Tlp.AMBER_STRICT.marking()));
    assertEquals(Optional.of("GREEN"), in(Tlp.GREEN.marking() + Tlp.CLEAR.marking()));
  }

  @Test
  void other_markings_and_halves_of_one_say_nothing() {
    assertEquals(Optional.empty(), in("marking-definition--00000000-0000-4000-8000-000000000000"));
    assertEquals(Optional.empty(), in(Tlp.RED.marking().substring(1)));
    assertEquals(
        Optional.empty(), in(Tlp.RED.marking().substring(0, Tlp.RED.marking().length() - 1)));
  }

  @Property(tries = 100)
  void any_text_around_it_changes_nothing(@ForAll String before, @ForAll String after) {
    assertEquals(Optional.of("AMBER"), in(before + Tlp.AMBER.marking() + after));
  }
}
