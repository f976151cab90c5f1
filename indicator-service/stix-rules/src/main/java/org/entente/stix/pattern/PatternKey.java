package org.entente.stix.pattern;

import org.entente.stix.observable.ObservableKey;

/// A key under which a pattern is found.
///
/// @param key the canonical key
/// @param atom what it was made of
/// @param group 0 when an observation of this key alone satisfies the pattern; else the number of
///   the `AND`, `FOLLOWEDBY` or `REPEATS` it is part of, counted from 1 within the pattern
public record PatternKey(ObservableKey key, Atom atom, int group) {

  /// What finding this key says about the pattern: [Sufficiency#SUFFICIENT] or
  /// [Sufficiency#PARTIAL].
  public Sufficiency sufficiency() {
    return group == 0 ? Sufficiency.SUFFICIENT : Sufficiency.PARTIAL;
  }
}
