package org.entente.indicator.lookup;

import java.util.List;
import org.entente.stix.pattern.PatternKey;
import org.entente.stix.pattern.PatternRejected;
import org.entente.stix.pattern.StixPattern;

/// The keys of an indicator's pattern.
final class IndicatorKeys {

  private IndicatorKeys() {}

  /// The keys, each with the group it is part of, 0 when it alone satisfies the pattern.
  static List<PatternKey> of(String pattern) {
    try {
      return StixPattern.parse(pattern).keys();
    } catch (PatternRejected e) {
      // Whether it is admitted is the validator's to say; a pattern nobody can read finds nothing.
      return List.of();
    }
  }
}
