package org.entente.indicator.act;

/// What an act changes for one place and one version.
sealed interface Move {
  Held held();

  /// The place.
  String audience();

  /// When, in the place's own run of dates.
  long date();

  /// It may see the version from now on.
  record Grant(Held held, String audience, long date) implements Move {}

  /// It may not any more, and is told so.
  ///
  /// @param version as the place was shown it
  record Retract(Held held, String audience, long date, String version, String reason)
      implements Move {}
}
