package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_HASH_VALUE;
import static org.entente.stix.pattern.PatternRule.PATTERN_SECRET;
import static org.entente.stix.pattern.PatternRule.PATTERN_SET_VALUE;
import static org.entente.stix.pattern.PatternRule.PATTERN_VALUE;

import java.util.List;
import java.util.Set;
import org.entente.stix.observable.Kind;
import org.entente.stix.observable.ObservableKey;
import org.entente.stix.observable.ObservableRejected;
import org.entente.stix.pattern.Condition.Comparison;

/// What is wrong with the values of a pattern; never repeats them.
final class ValueFaults {

  private static final Set<Kind> ADDRESSES = Set.of(Kind.IPV4, Kind.IPV6);

  private final Findings findings;

  ValueFaults(Findings findings) {
    this.findings = findings;
  }

  /// Keys are composed first, which is not linear for what no language writes.
  boolean calm(String value, int place) {
    boolean calm = Composition.isCalm(value);
    if (!calm) {
      findings.add(PATTERN_VALUE, place, "more than 30 combining marks in a row");
    }
    return calm;
  }

  void rejected(Comparison comparison, ObservableRejected reason, int place) {
    findings.add(rule(comparison, reason), place, reason.reason());
  }

  private static PatternRule rule(Comparison comparison, ObservableRejected reason) {
    if (reason.secret()) {
      return PATTERN_SECRET;
    }
    if (ofSets(comparison)) {
      return PATTERN_SET_VALUE;
    }
    return reason.code().equals("HASH_INVALID") ? PATTERN_HASH_VALUE : PATTERN_VALUE;
  }

  /// The keys that can be stored and, under a set operator, are addresses.
  List<ObservableKey> accepted(Comparison comparison, List<ObservableKey> keys, int place) {
    if (ofSets(comparison) && !keys.stream().allMatch(key -> ADDRESSES.contains(key.kind()))) {
      findings.add(PATTERN_SET_VALUE, place, "the value is no address or network");
      return List.of();
    }
    if (keys.stream().anyMatch(key -> key.value().indexOf('\0') >= 0)) {
      findings.add(PATTERN_VALUE, place, "no look-up can ask for a zero character");
      return List.of();
    }
    return keys;
  }

  private static boolean ofSets(Comparison comparison) {
    return comparison.operator() == Operator.ISSUBSET
        || comparison.operator() == Operator.ISSUPERSET;
  }
}
