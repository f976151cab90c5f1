package org.entente.stix.pattern;

import static org.entente.stix.pattern.ConformanceLevel.BASIC;
import static org.entente.stix.pattern.ConformanceLevel.FULL;
import static org.entente.stix.pattern.ConformanceLevel.OBSERVATION_OPERATORS;

import org.entente.stix.pattern.Observation.Joined;
import org.entente.stix.pattern.Observation.Junction;
import org.entente.stix.pattern.Observation.Qualified;
import org.entente.stix.pattern.Observation.Single;

/// Section 12.7: which level evaluating an expression takes.
final class Levels {

  private Levels() {}

  static ConformanceLevel of(Observation observation) {
    return switch (observation) {
      case Single _ -> BASIC;
      case Qualified _ -> FULL;
      case Joined(var junction, _) when junction == Junction.FOLLOWEDBY -> FULL;
      case Joined(_, var operands) ->
          operands.stream().anyMatch(operand -> of(operand) == FULL) ? FULL : OBSERVATION_OPERATORS;
    };
  }
}
