package org.entente.stix.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.stix.pattern.PatternRejected.Code;

/// What tests expect of one pattern.
final class Verdict {

  private Verdict() {}

  /// Reads it and holds that nothing is to be said against it, not even a warning.
  static StixPattern clean(String pattern) {
    var read = StixPattern.parse(pattern);
    assertEquals(List.of(), read.findings(), pattern);
    return read;
  }

  /// Reads it and holds that nothing forbids it.
  static StixPattern accepted(String pattern) {
    var read = StixPattern.parse(pattern);
    assertTrue(read.findings().stream().noneMatch(found -> found.rule().error()), pattern);
    return read;
  }

  /// Holds that exactly these rules are broken, in this order.
  static void broken(String pattern, PatternRule... rules) {
    var found = StixPattern.parse(pattern).findings().stream().map(PatternFinding::rule).toList();
    assertEquals(List.of(rules), found, pattern);
  }

  /// Holds that it is refused for this reason.
  static PatternRejected rejected(String pattern, Code code) {
    var refusal =
        assertThrows(PatternRejected.class, () -> StixPattern.parse(pattern), () -> pattern);
    assertEquals(code, refusal.code(), () -> pattern + ": " + refusal.reason());
    return refusal;
  }

  static PatternRejected rejected(String pattern) {
    return rejected(pattern, Code.PATTERN_SYNTAX);
  }
}
