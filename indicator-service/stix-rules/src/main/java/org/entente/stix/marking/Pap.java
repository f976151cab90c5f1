package org.entente.stix.marking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Permissible Actions Protocol: what a reader may do with what it has, from the most to the least.
/// Carried and shown, an axis of its own: it never decides who sees an object.
public enum Pap {
  /// No restriction; `white` in the older vocabulary.
  CLEAR,
  /// Active actions are allowed.
  GREEN,
  /// Only passive cross-checks, nothing the target could notice.
  AMBER,
  /// Only on dedicated systems, not on the reader's own.
  RED;

  /// The property of the OASIS draft's extension that carries the level.
  public static final String EXTENSION =
      "extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b";

  /// The level of a `pap` value; empty for an unknown word.
  public static Optional<Pap> ofLabel(String label) {
    var word = label.equals("white") ? "clear" : label;
    return Arrays.stream(values()).filter(pap -> pap.label().equals(word)).findFirst();
  }

  /// Its word, in lower case.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The stricter of the two.
  public Pap atLeast(Pap other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
