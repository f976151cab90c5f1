package org.entente.indicator.lookup;

import java.util.Optional;
import org.entente.stix.json.JsonObject;
import org.entente.stix.pattern.PatternRejected;
import org.entente.stix.pattern.StixPattern;

/// The pattern of an indicator.
final class IndicatorPattern {

  private IndicatorPattern() {}

  /// Empty when it is no STIX pattern, or none anybody can read.
  static Optional<StixPattern> read(JsonObject indicator) {
    boolean stix = indicator.text("pattern_type").filter("stix"::equals).isPresent();
    return stix ? indicator.text("pattern").flatMap(IndicatorPattern::read) : Optional.empty();
  }

  private static Optional<StixPattern> read(String pattern) {
    try {
      return Optional.of(StixPattern.parse(pattern));
    } catch (PatternRejected e) {
      // Whether it is admitted is the validator's to say; a pattern nobody can read finds nothing.
      return Optional.empty();
    }
  }
}
