package org.entente.stix.pattern;

import java.util.List;

/// An observation expression (section 9.5): what must have been seen, and how often and when.
public sealed interface Observation {

  /// Conditions on one observation, in square brackets.
  record Single(Condition condition) implements Observation {}

  /// Expressions that one operator joins from left to right.
  ///
  /// @param operands two or more
  record Joined(Junction junction, List<Observation> operands) implements Observation {
    public Joined {
      operands = List.copyOf(operands);
    }
  }

  /// An expression with the qualifiers behind it.
  ///
  /// @param qualifiers one or more
  record Qualified(Observation observation, List<Qualifier> qualifiers) implements Observation {
    public Qualified {
      qualifiers = List.copyOf(qualifiers);
    }
  }

  /// The operators between observations (section 9.5.2), the strongest first.
  enum Junction {
    AND,
    OR,
    FOLLOWEDBY
  }
}
