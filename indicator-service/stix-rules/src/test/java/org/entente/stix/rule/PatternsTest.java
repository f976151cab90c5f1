package org.entente.stix.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.entente.stix.pattern.StixPattern;
import org.junit.jupiter.api.Test;

/// The pattern the validator read, for whoever needs its keys.
class PatternsTest {
  @Test
  void an_indicator_s_pattern_comes_with_its_findings() {
    Optional<StixPattern> pattern = pattern("'[url:value = \\u0027https://a.example/\\u0027]'");

    assertEquals(
        List.of("url:https://a.example/"),
        pattern.orElseThrow().keys().stream().map(key -> key.key().text()).toList());
  }

  @Test
  void what_nobody_can_read_is_no_pattern() {
    assertTrue(pattern("'url = 1'").isEmpty());
    assertTrue(
        Validator.of(Profile.COMPAT)
            .check(Samples.object("{\"type\":\"tool\"}"))
            .pattern()
            .isEmpty());
  }

  private static Optional<StixPattern> pattern(String text) {
    String indicator = Samples.sdo("indicator", "'pattern_type':'stix','pattern':" + text);
    return Validator.of(Profile.COMPAT).check(Samples.object(indicator)).pattern();
  }
}
