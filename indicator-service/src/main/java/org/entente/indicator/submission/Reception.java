package org.entente.indicator.submission;

/// What the store made of a submission handed in.
sealed interface Reception {
  /// Stored for the first time.
  record Fresh() implements Reception {}

  /// The same manifest from the same partner, at any state.
  record Repeated(Progress progress) implements Reception {}

  /// The partner used the id for another manifest.
  record Conflicting() implements Reception {}

  /// Another partner sent this manifest first.
  record Foreign() implements Reception {}
}
