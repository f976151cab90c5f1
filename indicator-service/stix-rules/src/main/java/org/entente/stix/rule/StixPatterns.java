package org.entente.stix.rule;

import java.util.ArrayList;
import java.util.List;
import org.entente.stix.pattern.PatternFinding;
import org.entente.stix.pattern.PatternRejected;
import org.entente.stix.pattern.StixPattern;

/// What the reader of patterns has to say, as remarks that name rule, place and section.
final class StixPatterns {

  private StixPatterns() {}

  static List<PatternCheck.Remark> check(String pattern, String validFrom, String validUntil) {
    try {
      var read = StixPattern.parse(pattern);
      var remarks = new ArrayList<PatternCheck.Remark>();
      read.findings().forEach(finding -> remarks.add(remark(finding)));
      if (!read.observesWithin(validFrom, validUntil)) {
        remarks.add(
            new PatternCheck.Remark(
                false, "START and STOP lie outside valid_from and valid_until (§9.5.1)"));
      }
      return remarks;
    } catch (PatternRejected e) {
      var text = "%s at %d: %s".formatted(e.code(), e.position(), e.reason());
      return List.of(new PatternCheck.Remark(true, text));
    }
  }

  private static PatternCheck.Remark remark(PatternFinding finding) {
    var rule = finding.rule();
    var section = rule.section().equals("-") ? "our rule" : "§" + rule.section();
    var text = "%s at %d: %s (%s)".formatted(rule, finding.position(), finding.message(), section);
    return new PatternCheck.Remark(rule.error(), text);
  }
}
