package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_REPEATS;
import static org.entente.stix.pattern.PatternRule.PATTERN_WINDOW_EMPTY;
import static org.entente.stix.pattern.PatternRule.PATTERN_WITHIN;

import org.entente.stix.pattern.Constant.Timestamp;
import org.entente.stix.pattern.Constant.Whole;
import org.entente.stix.pattern.Qualifier.Repeats;
import org.entente.stix.pattern.Qualifier.StartStop;
import org.entente.stix.pattern.Qualifier.Within;
import org.entente.stix.pattern.grammar.StixPatternParser.QualifierContext;
import org.entente.stix.pattern.grammar.StixPatternParser.RepeatsContext;
import org.entente.stix.pattern.grammar.StixPatternParser.StartStopContext;
import org.entente.stix.pattern.grammar.StixPatternParser.WithinContext;

/// Reads and checks qualifiers (section 9.5.1).
final class QualifierReader {

  private final Source source;
  private final Findings findings;
  private final ConstantReader constants;

  QualifierReader(Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
    this.constants = new ConstantReader(source, findings);
  }

  Qualifier qualifier(QualifierContext tree) {
    if (tree.repeats() != null) {
      return repeats(tree.repeats());
    }
    return tree.within() != null ? within(tree.within()) : startStop(tree.startStop());
  }

  private Qualifier repeats(RepeatsContext tree) {
    var times = constants.whole(tree.WHOLE().getSymbol());
    if (times.digits().equals("0")) {
      findings.add(PATTERN_REPEATS, source.position(tree.WHOLE()), "REPEATS takes 1 or more");
    }
    return new Repeats(times);
  }

  private Qualifier within(WithinContext tree) {
    var token = tree.getStart();
    var number = constants.constant(tree.getChild(1));
    boolean positive =
        switch (number) {
          case Whole(var digits) -> positive(digits);
          case Constant.Fraction(var digits) -> positive(digits);
          default -> throw new IllegalStateException("the grammar admits numbers only");
        };
    if (!positive) {
      findings.add(PATTERN_WITHIN, source.position(token), "WITHIN takes more than 0 seconds");
    }
    return new Within(number);
  }

  private static boolean positive(String digits) {
    return digits.charAt(0) != '-' && digits.chars().anyMatch(c -> c >= '1' && c <= '9');
  }

  private Qualifier startStop(StartStopContext tree) {
    var start = constants.timestamp(tree.TIMESTAMP(0).getSymbol());
    var stop = constants.timestamp(tree.TIMESTAMP(1).getSymbol());
    if (!earlier(start, stop)) {
      int position = source.position(tree.getStart());
      findings.add(PATTERN_WINDOW_EMPTY, position, "nothing lies from START to before STOP");
    }
    return new StartStop(start, stop);
  }

  /// True also when one of them is no timestamp, which is said elsewhere.
  private static boolean earlier(Timestamp start, Timestamp stop) {
    return !Timestamps.valid(start.text())
        || !Timestamps.valid(stop.text())
        || Timestamps.compare(start.text(), stop.text()) < 0;
  }
}
