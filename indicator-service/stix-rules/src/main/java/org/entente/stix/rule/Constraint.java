package org.entente.stix.rule;

import java.util.List;
import java.util.Optional;
import org.entente.stix.json.JsonObject;

/// What properties of one object owe each other.
///
/// @param label what the table of rules calls it
record Constraint(String label, Checker checker) {

  @FunctionalInterface
  interface Checker {
    void check(JsonObject object, Check check);
  }

  /// `later` is not before `earlier`.
  static Constraint order(String earlier, String later) {
    return new Constraint(
        later + " ≥ " + earlier,
        (object, check) -> {
          if (compare(object, earlier, later) > 0) {
            check.report(Rule.STIX_TIME_ORDER, later, "earlier than " + earlier);
          }
        });
  }

  /// `later` is after `earlier`.
  static Constraint strictOrder(String earlier, String later) {
    return new Constraint(
        later + " > " + earlier,
        (object, check) -> {
          if (compare(object, earlier, later) >= 0) {
            check.report(Rule.STIX_TIME_ORDER, later, "not later than " + earlier);
          }
        });
  }

  /// Below zero also when one of them is missing or no time.
  private static int compare(JsonObject object, String left, String right) {
    Optional<StixTime> first = object.text(left).flatMap(StixTime::parse);
    Optional<StixTime> second = object.text(right).flatMap(StixTime::parse);
    return first.isPresent() && second.isPresent() ? first.get().compareTo(second.get()) : -1;
  }

  /// One of these is there.
  static Constraint anyOf(String... names) {
    return anyOf("at least one of " + String.join(", ", names), List.of(names));
  }

  static Constraint anyOf(String label, List<String> names) {
    return new Constraint(
        label,
        (object, check) -> {
          if (count(object, names) == 0) {
            check.report(Rule.STIX_COMBINATION, "needs " + label);
          }
        });
  }

  /// Exactly one of these is there.
  static Constraint oneOf(String... names) {
    String label = "exactly one of " + String.join(", ", names);
    return new Constraint(
        label,
        (object, check) -> {
          if (count(object, List.of(names)) != 1) {
            check.report(Rule.STIX_COMBINATION, "needs " + label);
          }
        });
  }

  /// Not all of these are there together.
  static Constraint notBoth(String left, String right) {
    return new Constraint(
        "not both " + left + " and " + right,
        (object, check) -> {
          if (object.has(left) && object.has(right)) {
            check.report(Rule.STIX_COMBINATION, right, "not together with " + left);
          }
        });
  }

  /// With the one comes the other.
  static Constraint needs(String name, String needed) {
    return new Constraint(
        name + " needs " + needed,
        (object, check) -> {
          if (object.has(name) && !object.has(needed)) {
            check.report(Rule.STIX_COMBINATION, name, "needs " + needed);
          }
        });
  }

  /// Both are there, or the third.
  static Constraint bothUnless(String left, String right, String other) {
    String label = left + " and " + right + ", or " + other;
    return new Constraint(
        label,
        (object, check) -> {
          int count = count(object, List.of(left, right));
          if (!object.has(other) && count == 0) {
            check.report(Rule.STIX_COMBINATION, "needs " + label);
          } else if (!object.has(other) && count == 1) {
            String there = object.has(left) ? left : right;
            check.report(Rule.STIX_COMBINATION, there, "needs " + label);
          }
        });
  }

  private static int count(JsonObject object, List<String> names) {
    int count = 0;
    for (String name : names) {
      count += object.has(name) ? 1 : 0;
    }
    return count;
  }
}
