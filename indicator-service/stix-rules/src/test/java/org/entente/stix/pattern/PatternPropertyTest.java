package org.entente.stix.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for all patterns and for all texts.
class PatternPropertyTest {

  @Property(tries = 500)
  void a_pattern_that_is_written_reads_as_the_same(
      @ForAll("observations") Observation observation) {
    var text = PatternWriter.write(observation);
    var read = StixPattern.parse(text);
    assertEquals(observation, read.expression());
    assertEquals(text, read.canonical());
  }

  @Property(tries = 300)
  void findings_and_keys_stand_inside_the_text(@ForAll("observations") Observation observation) {
    var text = PatternWriter.write(observation);
    var read = StixPattern.parse(text);
    assertTrue(
        read.findings().stream()
            .allMatch(found -> found.position() >= 0 && found.position() < text.length()));
    assertTrue(read.keys().stream().allMatch(key -> key.group() >= 0));
    assertEquals(read.keys().isEmpty(), read.sufficiency() == Sufficiency.OPAQUE);
  }

  @Property(tries = 2000)
  void any_text_is_a_pattern_or_refused(@ForAll("almostPatterns") String text) {
    onlyRefused(text);
  }

  @Property(tries = 500)
  void any_unicode_is_a_pattern_or_refused(@ForAll String text) {
    onlyRefused(text);
  }

  private static void onlyRefused(String text) {
    try {
      assertEquals(
          StixPattern.parse(text).expression(),
          StixPattern.parse(StixPattern.parse(text).canonical()).expression());
    } catch (PatternRejected e) {
      assertTrue(e.position() >= 0 && e.position() <= text.length());
    }
  }

  @Provide
  Arbitrary<Observation> observations() {
    return RandomPatterns.observations();
  }

  @Provide
  Arbitrary<String> almostPatterns() {
    return RandomText.almostPatterns();
  }
}
