package org.entente.stix.pattern;

import java.util.List;

/// What one observed object, and those it refers to, must be like (section 9.6).
public sealed interface Condition {

  /// Every one of the conditions, on the same object.
  ///
  /// @param conditions two or more
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /// At least one of the conditions.
  ///
  /// @param conditions two or more
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /// The property is there, whatever its value.
  record Exists(ObjectPath path, boolean negated) implements Condition {}

  /// A property compared with a constant, or with several in the case of `IN`.
  ///
  /// @param negated `NOT` stands before the operator
  /// @param constants one, or more for `IN`
  record Comparison(ObjectPath path, boolean negated, Operator operator, List<Constant> constants)
      implements Condition {
    public Comparison {
      constants = List.copyOf(constants);
    }
  }
}
