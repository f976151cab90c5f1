package org.entente.stix.rule;

import org.entente.stix.json.JsonObject;
import org.entente.stix.pattern.PatternFinding;
import org.entente.stix.pattern.PatternRejected;
import org.entente.stix.pattern.PatternRule;
import org.entente.stix.pattern.StixPattern;

/// Indicators' patterns (STIX 2.1 §4.7, §9).
final class Patterns {
  static final Constraint CONSTRAINT =
      new Constraint("a pattern in the language of its pattern_type", Patterns::check);

  private Patterns() {}

  private static void check(JsonObject indicator, Check check) {
    String pattern = indicator.text("pattern").orElse("");
    boolean stix = indicator.text("pattern_type").filter("stix"::equals).isPresent();
    check.enter("pattern");
    if (stix && !pattern.isEmpty()) {
      read(pattern, indicator, check);
    } else if (!pattern.isEmpty() && indicator.has("pattern_type")) {
      check.report(Rule.STIX_PATTERN_TYPE, "only STIX patterns are checked");
    }
    check.leave();
  }

  private static void read(String pattern, JsonObject indicator, Check check) {
    try {
      StixPattern read = StixPattern.parse(pattern);
      check.read(read);
      read.findings().forEach(finding -> report(finding, check));
      String from = indicator.text("valid_from").orElse("");
      if (!read.observesWithin(from, indicator.text("valid_until").orElse(""))) {
        String message = "START and STOP lie outside valid_from and valid_until (§9.5.1)";
        check.report(Rule.STIX_PATTERN_REMARK, message);
      }
    } catch (PatternRejected e) {
      String message = "%s at %d: %s".formatted(e.code(), e.position(), e.reason());
      check.report(Rule.STIX_PATTERN, message);
    }
  }

  private static void report(PatternFinding finding, Check check) {
    PatternRule rule = finding.rule();
    String section = rule.section().equals("-") ? "our rule" : "§" + rule.section();
    String message =
        "%s at %d: %s (%s)".formatted(rule, finding.position(), finding.message(), section);
    check.report(rule.error() ? Rule.STIX_PATTERN : Rule.STIX_PATTERN_REMARK, message);
  }
}
