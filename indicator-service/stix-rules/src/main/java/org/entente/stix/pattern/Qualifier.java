package org.entente.stix.pattern;

/// A restriction on the observations of an expression (section 9.5.1).
public sealed interface Qualifier {

  /// Seen so often, in different observations.
  record Repeats(Constant.Whole times) implements Qualifier {}

  /// All of it within so many seconds.
  record Within(Constant seconds) implements Qualifier {}

  /// Seen from `start` on and before `stop`.
  record StartStop(Constant.Timestamp start, Constant.Timestamp stop) implements Qualifier {}
}
