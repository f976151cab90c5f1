package org.entente.stix.pattern;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.stix.observable.Declared;
import org.entente.stix.observable.ObservableKey;
import org.entente.stix.observable.ObservableRejected;
import org.entente.stix.observable.Observables;
import org.entente.stix.pattern.Condition.All;
import org.entente.stix.pattern.Condition.Any;
import org.entente.stix.pattern.Condition.Comparison;
import org.entente.stix.pattern.Condition.Exists;
import org.entente.stix.pattern.Observation.Joined;
import org.entente.stix.pattern.Observation.Junction;
import org.entente.stix.pattern.Observation.Qualified;
import org.entente.stix.pattern.Observation.Single;
import org.entente.stix.pattern.Qualifier.Repeats;

/// Walks over a pattern, finds its keys, and reports values that have none though they should.
final class KeyCollector {

  private static final int ALONE = 0;

  private final IdentityHashMap<Comparison, Integer> places;
  private final ValueFaults faults;
  private final Set<PatternKey> keys = new LinkedHashSet<>();
  private int groups;

  KeyCollector(IdentityHashMap<Comparison, Integer> places, Findings findings) {
    this.places = places;
    this.faults = new ValueFaults(findings);
  }

  List<PatternKey> collect(Observation observation) {
    visit(observation, ALONE);
    return List.copyOf(keys);
  }

  private void visit(Observation observation, int group) {
    switch (observation) {
      case Single(var condition) -> visit(condition, group, Declarations.NONE);
      case Joined(var junction, var operands) -> {
        int inner = junction == Junction.OR ? group : within(group);
        operands.forEach(operand -> visit(operand, inner));
      }
      case Qualified(var inner, var qualifiers) ->
          visit(inner, qualifiers.stream().anyMatch(KeyCollector::twice) ? within(group) : group);
    }
  }

  private static boolean twice(Qualifier qualifier) {
    return qualifier instanceof Repeats(var times) && !times.digits().equals("1");
  }

  /// The outermost of what must come together counts.
  private int within(int group) {
    return group == ALONE ? ++groups : group;
  }

  private void visit(Condition condition, int group, Declarations beside) {
    switch (condition) {
      case Any(var conditions) ->
          conditions.forEach(inner -> visit(inner, group, Declarations.NONE));
      case All(var conditions) -> all(conditions, group);
      case Comparison comparison -> values(comparison, group, beside);
      case Exists _ -> {}
    }
  }

  private void all(List<Condition> conditions, int group) {
    var beside = Declarations.among(conditions);
    int inner = conditions.size() - beside.count() > 1 ? within(group) : group;
    for (var condition : conditions) {
      if (!beside.contains(condition)) {
        visit(condition, inner, beside);
      }
    }
  }

  private void values(Comparison comparison, int group, Declarations beside) {
    for (var constant : comparison.constants()) {
      var value = Values.observed(comparison.operator(), constant);
      if (value.isPresent()) {
        var subject = Subject.of(comparison.path(), value.get());
        var declared = beside.beside(comparison, subject);
        var atom = new Atom(subject.type(), subject.path(), value.get(), subject.role());
        var found = observe(comparison, atom, declared);
        if (Values.keyed(comparison)) {
          found.forEach(key -> keys.add(new PatternKey(key, atom, group)));
        }
      }
    }
  }

  private List<ObservableKey> observe(Comparison comparison, Atom atom, Declared declared) {
    int place = places.getOrDefault(comparison, 0);
    if (!faults.calm(atom.value(), place)) {
      return List.of();
    }
    try {
      var found = Observables.of(atom.type(), atom.path(), atom.value(), declared).keys();
      return faults.accepted(comparison, found, place);
    } catch (ObservableRejected e) {
      faults.rejected(comparison, e, place);
      return List.of();
    }
  }
}
