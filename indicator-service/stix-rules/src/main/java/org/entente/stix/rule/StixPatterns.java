package org.entente.stix.rule;

import java.util.List;
import org.entente.stix.pattern.PatternFinding;
import org.entente.stix.pattern.PatternRejected;
import org.entente.stix.pattern.StixPattern;

/// What the reader of patterns has to say, as remarks that name rule, place and section.
final class StixPatterns {

  private StixPatterns() {}

  static List<PatternCheck.Remark> check(String pattern) {
    try {
      return StixPattern.parse(pattern).findings().stream().map(StixPatterns::remark).toList();
    } catch (PatternRejected e) {
      var text = "%s at %d: %s".formatted(e.code(), e.position(), e.reason());
      return List.of(new PatternCheck.Remark(true, text));
    }
  }

  private static PatternCheck.Remark remark(PatternFinding finding) {
    var rule = finding.rule();
    var text =
        "%s at %d: %s (§%s)".formatted(rule, finding.position(), finding.message(), rule.section());
    return new PatternCheck.Remark(rule.error(), text);
  }
}
