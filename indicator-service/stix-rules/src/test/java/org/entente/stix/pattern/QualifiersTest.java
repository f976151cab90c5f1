package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_QUALIFIER_TWICE;
import static org.entente.stix.pattern.PatternRule.PATTERN_REPEATS;
import static org.entente.stix.pattern.PatternRule.PATTERN_TIMESTAMP;
import static org.entente.stix.pattern.PatternRule.PATTERN_WINDOW_EMPTY;
import static org.entente.stix.pattern.PatternRule.PATTERN_WITHIN;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.entente.stix.pattern.PatternRejected.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// STIX 2.1, section 9.5.1.
class QualifiersTest {

  private static final String A = "[file:name = 'a'] ";
  private static final String WINDOW =
      "START t'2016-06-01T00:00:00Z' STOP t'2016-06-01T00:00:00.0001Z'";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REPEATS 5 TIMES",
        "WITHIN 300 SECONDS",
        "WITHIN 0.5 SECONDS",
        WINDOW,
        "REPEATS 5 TIMES WITHIN 1800 SECONDS " + WINDOW,
        WINDOW + " WITHIN 1 SECONDS REPEATS 1 TIMES"
      })
  void s9_5_1_each_qualifier_may_follow_once_in_any_order(String qualifiers) {
    Verdict.clean(A + qualifiers);
    Verdict.clean("(" + A + "AND" + A + ") " + qualifiers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REPEATS 5 TIMES REPEATS 5 TIMES",
        "WITHIN 5 SECONDS REPEATS 2 TIMES WITHIN 6 SECONDS",
        WINDOW + " " + WINDOW
      })
  void s9_5_1_no_qualifier_follows_twice(String qualifiers) {
    Verdict.broken(A + qualifiers, PATTERN_QUALIFIER_TWICE);
  }

  @Test
  void s9_5_1_repeats_takes_a_positive_integer() {
    Verdict.broken(A + "REPEATS 0 TIMES", PATTERN_REPEATS);
    Verdict.rejected(A + "REPEATS -1 TIMES");
    Verdict.rejected(A + "REPEATS 1.5 TIMES");
    Verdict.rejected(A + "REPEATS 5");
    Verdict.rejected(A + "REPEATS5TIMES");
    Verdict.rejected(A + "REPEATS 5TIMES", Code.PATTERN_NUMBER);
  }

  @Test
  void s9_5_1_within_takes_a_positive_number_of_seconds() {
    Verdict.broken(A + "WITHIN 0 SECONDS", PATTERN_WITHIN);
    Verdict.broken(A + "WITHIN 0.00 SECONDS", PATTERN_WITHIN);
    Verdict.broken(A + "WITHIN -3 SECONDS", PATTERN_WITHIN);
    Verdict.broken(A + "WITHIN -0.5 SECONDS", PATTERN_WITHIN);
    Verdict.rejected(A + "WITHIN 5 MINUTES");
  }

  @Test
  void s9_5_1_start_and_stop_take_timestamps() {
    Verdict.rejected(A + "START '2016-06-01T00:00:00Z' STOP '2017-06-01T00:00:00Z'");
    Verdict.rejected(A + "START t'2016-06-01T00:00:00Z'");
    Verdict.broken(
        A + "START t'2016-02-30T00:00:00Z' STOP t'2015-06-01T00:00:00Z'", PATTERN_TIMESTAMP);
  }

  @Test
  void s9_5_1_an_empty_window_is_remarked_upon() {
    Verdict.broken(
        A + "START t'2017-01-01T00:00:00Z' STOP t'2016-01-01T00:00:00Z'", PATTERN_WINDOW_EMPTY);
    Verdict.broken(
        A + "START t'2016-01-01T00:00:00.50Z' STOP t'2016-01-01T00:00:00.5Z'",
        PATTERN_WINDOW_EMPTY);
    Verdict.broken(
        A + "START t'2016-01-01T00:00:00.000Z' STOP t'2016-01-01T00:00:00Z'", PATTERN_WINDOW_EMPTY);
  }

  @Test
  void s9_5_1_start_and_stop_lie_within_the_indicators_validity() {
    var pattern = Verdict.clean(A + "AND (" + A + WINDOW + ")");
    assertTrue(pattern.observesWithin("2016-06-01T00:00:00.000Z", ""));
    assertTrue(pattern.observesWithin("2016-05-01T00:00:00Z", "2016-06-01T00:00:00.0001Z"));
    assertFalse(pattern.observesWithin("2016-06-01T00:00:00.00001Z", ""));
    assertFalse(pattern.observesWithin("2016-06-01T00:00:00Z", "2016-06-01T00:00:00.00009Z"));
    assertTrue(Verdict.clean(A).observesWithin("2016-06-01T00:00:00Z", "2016-06-02T00:00:00Z"));
  }
}
