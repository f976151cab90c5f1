package org.entente.indicator.lookup;

import java.util.Locale;

/// How an object speaks of a key. The strongest comes first; numbers are stored and never change.
public enum Standing {
  /// An indicator whose pattern this key satisfies alone.
  SUFFICIENT(1),
  /// An indicator whose pattern needs more than this key: no hit by itself.
  PARTIAL(2),
  /// The observable itself; what is said of it is said elsewhere.
  OBSERVED(3),
  /// An address of the same cryptographic key, on any chain.
  SAME_KEY(4),
  /// A sighting of the object named by the key.
  SIGHTING(5),
  /// An opinion against the object named by the key.
  OPPOSED(6);

  private final int number;

  Standing(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static Standing of(int number) {
    for (Standing standing : values()) {
      if (standing.number == number) {
        return standing;
      }
    }
    throw new IllegalArgumentException("no standing has number " + number);
  }

  /// Its word in answers.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
