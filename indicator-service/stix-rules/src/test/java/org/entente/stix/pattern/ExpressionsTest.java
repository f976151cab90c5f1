package org.entente.stix.pattern;

import static org.entente.stix.pattern.ConformanceLevel.BASIC;
import static org.entente.stix.pattern.ConformanceLevel.FULL;
import static org.entente.stix.pattern.ConformanceLevel.OBSERVATION_OPERATORS;
import static org.entente.stix.pattern.PatternRule.PATTERN_ROOT_TYPES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.entente.stix.pattern.PatternRejected.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// STIX 2.1, sections 9.4, 9.5 and 12.7.
class ExpressionsTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029,
        0x202F, 0x205F, 0x3000
      })
  void s9_4_all_white_space_of_unicode_delimits(int space) {
    var pattern = "[file:name = 'a' AND file:size IN (1, 2)] REPEATS 2 TIMES";
    var spaced = pattern.replace(" ", Character.toString(space).repeat(3));
    assertEquals(Verdict.clean(pattern).canonical(), Verdict.clean(spaced).canonical());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x200B, 0xFEFF, 0x2060, 0x180E, 0x00, 0x1F600})
  void s9_4_nothing_else_does(int point) {
    Verdict.rejected("[file:name" + Character.toString(point) + "= 'a']");
  }

  @Test
  void s9_4_white_space_is_only_needed_between_words() {
    assertEquals(
        "[file:name NOT MATCHES 'a' AND file:size >= 1] OR [file:name = 'b']",
        Verdict.clean("[file:name NOT MATCHES'a'AND file:size>=1]OR[file:name='b']").canonical());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "file:size = 1",
        "[]",
        "[ ]",
        "()",
        "[file:size]",
        "[file:size = 1",
        "file:size = 1]",
        "([file:size = 1]",
        "[file:size = 1])",
        "[file:size = 1] [file:size = 2]",
        "[file:size = 1] and [file:size = 2]",
        "[file:size = 1] FOLLOWED BY [file:size = 2]",
        "[file:size = 1] AND",
        "AND [file:size = 1]",
        "NOT [file:size = 1]",
        "[[file:size = 1]]",
        "[file:size = 1 FOLLOWEDBY file:size = 2]",
        "[file:size = 1] // said aside",
        "[file:size = 1] /* said aside */",
        "[file:size = 1];"
      })
  void s9_4_what_is_no_pattern_is_refused(String text) {
    Verdict.rejected(text);
  }

  @Test
  void s9_4_the_refusal_names_the_place_and_repeats_nothing() {
    var refusal = Verdict.rejected("[file:name = '😀' secret]");
    assertEquals(18, refusal.position());
    assertEquals("expected ]", refusal.reason());
    assertEquals(14, Verdict.rejected("[file:size = 1").position());
  }

  @Test
  void s9_5_and_joins_conditions_on_one_type() {
    Verdict.broken("[file:size = 1 AND mutex:name = 'a']", PATTERN_ROOT_TYPES);
    Verdict.broken(
        "[(file:size = 1 AND EXISTS mutex:name) OR url:value = 'x:']", PATTERN_ROOT_TYPES);
    Verdict.broken(
        "[(file:size = 1 OR file:size = 2) AND (mutex:name = 'a' OR url:value = 'x:')]",
        PATTERN_ROOT_TYPES);
  }

  @Test
  void s9_5_or_joins_conditions_on_any_types() {
    Verdict.clean("[file:size = 1 OR mutex:name = 'a' AND mutex:name != 'b']");
    Verdict.clean("[(file:size = 1 OR mutex:name = 'a') AND mutex:name != 'b']");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [a1] FOLLOWEDBY [a2] OR [a3] AND [a4]       | [a1] FOLLOWEDBY ([a2] OR ([a3] AND [a4]))
          [a1] AND [a2] OR [a3] FOLLOWEDBY [a4]       | (([a1] AND [a2]) OR [a3]) FOLLOWEDBY [a4]
          ([a1] OR [a2]) AND [a3]                     | ([a1] OR [a2]) AND [a3]
          (([a1]))                                    | [a1]
          [a1] AND ([a2] AND [a3])                    | [a1] AND ([a2] AND [a3])
          [a1] FOLLOWEDBY [a2] FOLLOWEDBY [a3]        | [a1] FOLLOWEDBY [a2] FOLLOWEDBY [a3]
          [a1 OR a2 AND a3]                           | [a1 OR (a2 AND a3)]
          [(a1 OR a2) AND (a3)]                       | [(a1 OR a2) AND a3]
          [a1] FOLLOWEDBY [a2] REPEATS 5 TIMES        | [a1] FOLLOWEDBY [a2] REPEATS 5 TIMES
          ([a1] FOLLOWEDBY [a2]) REPEATS 5 TIMES      | ([a1] FOLLOWEDBY [a2]) REPEATS 5 TIMES
          ([a1] REPEATS 2 TIMES) REPEATS 3 TIMES      | ([a1] REPEATS 2 TIMES) REPEATS 3 TIMES
          """)
  void s9_5_3_operators_bind_as_the_table_says(String pattern, String explicit) {
    assertEquals(filled(explicit), Verdict.clean(filled(pattern)).canonical());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [a1 AND a2 OR a3]                 | BASIC
          (([a1]))                          | BASIC
          [a1] AND [a2]                     | OBSERVATION_OPERATORS
          [a1] OR ([a2] AND [a3])           | OBSERVATION_OPERATORS
          [a1] FOLLOWEDBY [a2]              | FULL
          [a1] OR ([a2] FOLLOWEDBY [a3])    | FULL
          [a1] WITHIN 5 SECONDS             | FULL
          [a1] AND ([a2] REPEATS 1 TIMES)   | FULL
          """)
  void s12_7_the_level_is_the_least_that_suffices(String pattern, ConformanceLevel level) {
    assertEquals(level, Verdict.clean(filled(pattern)).level());
  }

  @Test
  void s12_7_levels_are_numbered_1_to_3() {
    assertEquals(1, BASIC.number());
    assertEquals(2, OBSERVATION_OPERATORS.number());
    assertEquals(3, FULL.number());
  }

  @Test
  void s9_4_keywords_are_upper_case() {
    Verdict.rejected("[file:name = 'a' or file:size = 1]");
    Verdict.rejected("[file:name like 'a']");
    Verdict.rejected("[file:name = 'a'] within 5 SECONDS");
    Verdict.rejected("[file:name = 'a'] WITHIN 5SECONDS", Code.PATTERN_NUMBER);
  }

  private static String filled(String pattern) {
    return pattern.replaceAll("a(\\d)", "file:size = $1");
  }
}
