package org.entente.stix.pattern;

import org.entente.stix.pattern.Observation.Joined;
import org.entente.stix.pattern.Observation.Qualified;
import org.entente.stix.pattern.Observation.Single;
import org.entente.stix.pattern.Qualifier.Repeats;
import org.entente.stix.pattern.Qualifier.StartStop;
import org.entente.stix.pattern.Qualifier.Within;

/// The windows of START and STOP beside an indicator's time of validity (section 9.5.1).
///
/// @param from `valid_from`
/// @param until `valid_until`, or empty
record Windows(String from, String until) {

  /// Whether all windows of an expression lie inside; what is no timestamp counts as inside.
  boolean hold(Observation observation) {
    return switch (observation) {
      case Single _ -> true;
      case Joined(_, var operands) -> operands.stream().allMatch(this::hold);
      case Qualified(var inner, var qualifiers) ->
          hold(inner) && qualifiers.stream().allMatch(this::hold);
    };
  }

  private boolean hold(Qualifier qualifier) {
    return switch (qualifier) {
      case StartStop(var start, var stop) ->
          ordered(from, start.text()) && ordered(stop.text(), until);
      case Repeats _, Within _ -> true;
    };
  }

  private static boolean ordered(String one, String other) {
    return !Timestamps.valid(one)
        || !Timestamps.valid(other)
        || Timestamps.compare(one, other) <= 0;
  }
}
