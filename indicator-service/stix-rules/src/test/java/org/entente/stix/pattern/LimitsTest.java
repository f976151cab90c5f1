package org.entente.stix.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.entente.stix.pattern.PatternRejected.Code;
import org.entente.stix.pattern.grammar.StixPatternLexer;
import org.entente.stix.pattern.grammar.StixPatternParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nobody can make reading a pattern expensive.
class LimitsTest {

  /// A hundred times what the slowest of them takes.
  private static final Duration GENEROUS = Duration.ofSeconds(60);

  @Test
  void a_pattern_has_at_most_64_KiB_of_UTF_8() {
    var frame = "[file:name = '%s']".length() - 2;
    Verdict.accepted("[file:name = '%s']".formatted("a".repeat(65_536 - frame)));
    refusedForLength("[file:name = '%s']".formatted("a".repeat(65_537 - frame)));
    refusedForLength("[file:name = '%s']".formatted("\u20ac".repeat(22_000)));
    refusedForLength("[file:name = '%s']".formatted("😀".repeat(16_500)));
  }

  private static void refusedForLength(String pattern) {
    Verdict.rejected(pattern, Code.PATTERN_LENGTH);
  }

  @Test
  void brackets_stand_at_most_100_deep_inside_each_other() {
    Verdict.clean(nested(99, "[file:size = 1]"));
    var refusal = Verdict.rejected(nested(100, "[file:size = 1]"), Code.PATTERN_DEPTH);
    assertEquals(100, refusal.position());
    Verdict.clean("[" + nested(99, "file:size = 1") + "]");
    Verdict.rejected("[" + nested(100, "file:size = 1") + "]", Code.PATTERN_DEPTH);
    Verdict.clean("[file:name = '" + "(".repeat(5000) + "']");
  }

  @Test
  void comparisons_and_values_of_in_number_at_most_2000() {
    Verdict.clean("[" + "file:size = 1 OR ".repeat(1999) + "file:size = 2]");
    Verdict.rejected(
        "[" + "file:size = 1 OR ".repeat(2000) + "file:size = 2]", Code.PATTERN_COMPARISONS);
    Verdict.clean("[file:size IN (" + "1, ".repeat(1999) + "2)]");
    Verdict.rejected("[file:size IN (" + "1, ".repeat(2000) + "2)]", Code.PATTERN_COMPARISONS);
    Verdict.clean("[file:name = '" + ":,".repeat(3000) + "']");
  }

  /// One token decides every choice: what parsing costs is a constant for each token.
  @ParameterizedTest
  @MethodSource("hostile")
  void the_parser_never_looks_further_than_one_token(String pattern) {
    var lexer = new StixPatternLexer(CharStreams.fromString(pattern));
    var parser = new StixPatternParser(new CommonTokenStream(lexer));
    lexer.removeErrorListeners();
    parser.removeErrorListeners();
    parser.setProfile(true);
    // Deeper ones never come to the parser.
    if (deepest(pattern) <= Limits.DEPTH) {
      parser.pattern();
    }
    var profile = parser.getParseInfo();
    assertEquals(0, profile.getLLDecisions().size());
    assertTrue(
        Arrays.stream(profile.getDecisionInfo()).allMatch(decision -> decision.SLL_MaxLook <= 1));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_text_is_answered_soon(String pattern) {
    assertTimeoutPreemptively(GENEROUS, () -> answer(pattern));
  }

  private static boolean answer(String pattern) {
    try {
      return StixPattern.parse(pattern).keys().isEmpty();
    } catch (PatternRejected e) {
      return e.position() <= pattern.length();
    }
  }

  static Stream<String> hostile() {
    return Stream.of(
        "(".repeat(60_000),
        "[".repeat(60_000),
        ")".repeat(60_000),
        nested(99, "[file:size = 1]"),
        "[" + "(file:size = 1 AND ".repeat(99) + "file:size = 1" + ")".repeat(99) + "]",
        "[" + "file:size = 1 OR ".repeat(1999) + "file:size = 1]",
        "[file:size = 1] FOLLOWEDBY ".repeat(1999) + "[file:size = 1]",
        "[file:name = 'a'" + " AND file:name = 'a'".repeat(1500),
        "[file:name" + " NOT".repeat(15_000),
        "[file:a" + ".b".repeat(32_000) + " = 1]",
        "[process:parent_ref" + ".parent_ref".repeat(5_800) + ".pid = 1]",
        "[file:hashes" + ".hashes".repeat(9_000) + " = '1']",
        "[file:size = 1]" + " REPEATS 1 TIMES".repeat(4_000),
        "[file:name LIKE '" + "\u0315\u0300\u0327".repeat(10_000) + "']",
        "[file:name = '" + "\u0300".repeat(4_000) + "\u0327".repeat(4_000) + "']",
        "[file:name = '" + "😀".repeat(16_000) + "']",
        "[file:size = " + "9".repeat(65_000) + "]",
        "[file:size = " + "9".repeat(65_000) + ".5]",
        "[file:mtime = t'2020-01-01T00:00:00." + "9".repeat(65_000) + "Z']",
        "[artifact:payload_bin = b'" + "A".repeat(65_400) + "']",
        "'".repeat(65_536),
        "\\".repeat(65_536),
        "'" + "\\'".repeat(32_000),
        "\u3000".repeat(21_000),
        "a-".repeat(30_000),
        "-1".repeat(30_000),
        "<".repeat(65_000));
  }

  private static String nested(int depth, String inner) {
    return "(".repeat(depth) + inner + ")".repeat(depth);
  }

  private static int deepest(String pattern) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < pattern.length(); i++) {
      depth += "([".indexOf(pattern.charAt(i)) >= 0 ? 1 : 0;
      depth -= ")]".indexOf(pattern.charAt(i)) >= 0 ? 1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
