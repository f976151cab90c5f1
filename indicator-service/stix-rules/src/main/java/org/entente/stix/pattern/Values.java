package org.entente.stix.pattern;

import java.util.Optional;
import org.entente.stix.pattern.Condition.Comparison;

/// Which constants stand for a value of an observable.
final class Values {

  private Values() {}

  /// The value that a constant names under an operator; empty when it is a limit, a wildcard, a
  /// regular expression, or of a type that has no keys.
  static Optional<String> observed(Operator operator, Constant constant) {
    return switch (operator) {
      case EQUAL, UNEQUAL, IN, ISSUBSET, ISSUPERSET -> text(constant);
      case LIKE -> text(constant).filter(text -> text.indexOf('%') < 0 && text.indexOf('_') < 0);
      case MATCHES, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Optional.empty();
    };
  }

  private static Optional<String> text(Constant constant) {
    return switch (constant) {
      case Constant.Text(var value) -> Optional.of(value);
      case Constant.Whole(var digits) -> Optional.of(digits);
      case Constant.Fraction _,
          Constant.Truth _,
          Constant.Hex _,
          Constant.Binary _,
          Constant.Timestamp _ ->
          Optional.empty();
    };
  }

  /// Whether finding its value satisfies a comparison. An address inside the network of an ISSUBSET
  /// does; that look-ups also try the networks around an address makes its key useful.
  static boolean keyed(Comparison comparison) {
    return switch (comparison.operator()) {
      case EQUAL, IN, LIKE, ISSUBSET -> !comparison.negated();
      case UNEQUAL, ISSUPERSET, MATCHES, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
    };
  }
}
