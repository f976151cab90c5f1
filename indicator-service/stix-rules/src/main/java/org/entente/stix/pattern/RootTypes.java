package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_ROOT_TYPES;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.stix.pattern.Condition.All;
import org.entente.stix.pattern.Condition.Any;
import org.entente.stix.pattern.Condition.Comparison;
import org.entente.stix.pattern.Condition.Exists;

/// Section 9.5: all operands of an `AND` must be satisfiable on the same object.
final class RootTypes {

  private RootTypes() {}

  static void check(Condition condition, int position, Findings findings) {
    if (satisfiableBy(condition).isEmpty()) {
      findings.add(
          PATTERN_ROOT_TYPES, position, "AND joins conditions on objects of different types");
    }
  }

  /// The types an object may have; none when no object can satisfy a part of the condition.
  private static Set<String> satisfiableBy(Condition condition) {
    return switch (condition) {
      case Comparison(var path, _, _, _) -> Set.of(path.type());
      case Exists(var path, _) -> Set.of(path.type());
      case All(var conditions) -> common(conditions);
      case Any(var conditions) -> joint(conditions);
    };
  }

  private static Set<String> common(List<Condition> conditions) {
    var types = new HashSet<>(satisfiableBy(conditions.getFirst()));
    for (var condition : conditions) {
      types.retainAll(satisfiableBy(condition));
    }
    return types;
  }

  private static Set<String> joint(List<Condition> conditions) {
    var types = new HashSet<String>();
    for (var condition : conditions) {
      var own = satisfiableBy(condition);
      if (own.isEmpty()) {
        return own;
      }
      types.addAll(own);
    }
    return types;
  }
}
